import type { Field, FormShape } from '../../domain/controls/form.js';

/** The numbers that a policy gives a control, each with its source. */
type PolicyNumbers = { name: string; version: string; numbers: Record<string, { value: number; source: string }> };

/** The form of a control to fill in, as YAML: who submits it, the policy's numbers, each question over its field. */
export function evidenceTemplate(
  { id, title, suppliedBy, form }: { id: string; title: string; suppliedBy: readonly string[]; form: FormShape },
  { name, version, numbers }: PolicyNumbers,
): string {
  const limits = Object.entries(numbers).map(([key, { value, source }]) =>
    comment(`  ${inWords(key)}: ${value} (${source.trim()})`),
  );
  return [
    comment(`${id}: ${title}`),
    comment(`Submitted by: ${suppliedBy.join(', ')}`),
    ...(limits.length === 0 ? [] : [comment(`Numbers of the policy ${name} ${version}:`), ...limits]),
    '',
    ...linesOf(form, ''),
  ].join('\n');
}

/** One line that says nothing to whoever reads the file as a form, whatever a policy has put into it. */
const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`;

/** `maxAgeDays` as words: `max age days`. */
const inWords = (key: string): string => key.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

function linesOf(shape: FormShape, indent: string): string[] {
  return Object.entries(shape).flatMap(([name, field]) => [
    `${indent}# ${field.ask}${field.optional ? ' (optional)' : ''}`,
    ...bodyOf(name, field, indent),
  ]);
}

function bodyOf(name: string, field: Field, indent: string): string[] {
  if (field.kind === 'record') return [`${indent}${name}:`, ...linesOf(field.of, `${indent}  `)];
  if (field.kind === 'list') {
    const inner = linesOf(field.of, `${indent}    `);
    // A dash of its own line opens an entry; repeated with what follows, it opens another.
    return [`${indent}${name}:`, `${indent}  -`, ...inner];
  }
  return [`${indent}${name}: # ${hintOf(field)}`];
}

/** Choices as they are written in YAML: one that reads as a number needs quotes. */
const written = (choices: readonly string[]): string =>
  choices.map((one) => (Number.isNaN(Number(one)) ? one : `"${one}"`)).join(', ');

/** What would be a right answer, in a few words. */
function hintOf(field: Exclude<Field, { kind: 'record' | 'list' }>): string {
  switch (field.kind) {
    case 'text':
      return field.maxLength === undefined ? 'text' : `text, up to ${field.maxLength} characters`;
    case 'yes-no':
      return 'true or false';
    case 'number':
      return `${field.integer ? 'whole ' : ''}number${field.min === undefined ? '' : `, at least ${field.min}`}${field.max === undefined ? '' : `, at most ${field.max}`}`;
    case 'choice':
      return `one of ${written(field.of)}`;
    case 'choices':
      return `list out of ${written(field.of)}`;
    case 'day':
      return 'YYYY-MM-DD';
    case 'country':
      return 'country by its two letters, such as PL';
    case 'url':
      return 'https://…';
    case 'hash':
      return 'SHA-256, 64 hexadecimal digits';
    case 'paper':
      return 'id of a paper of the case';
    case 'person':
      return 'a person of the case: name, e-mail address or id';
    default: {
      const never: never = field;
      return never;
    }
  }
}
