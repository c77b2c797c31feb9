import type { Field, FormShape } from '../../domain/controls/form.js';

/** A form to fill in: each question as a comment over its field, as YAML. */
export function formTemplate(shape: FormShape): string {
  return linesOf(shape, '').join('\n');
}

function linesOf(shape: FormShape, indent: string): string[] {
  return Object.entries(shape).flatMap(([name, field]) => [
    `${indent}# ${field.ask}${field.optional ? ' (may be left out)' : ''}`,
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

/** What would be a right answer, in a few words. */
function hintOf(field: Exclude<Field, { kind: 'record' | 'list' }>): string {
  switch (field.kind) {
    case 'text':
      return 'text';
    case 'yes-no':
      return 'true or false';
    case 'number':
      return `${field.integer ? 'whole ' : ''}number${field.min === undefined ? '' : `, at least ${field.min}`}${field.max === undefined ? '' : `, at most ${field.max}`}`;
    case 'choice':
      return `one of ${field.of.join(', ')}`;
    case 'choices':
      return `list out of ${field.of.join(', ')}`;
    case 'day':
      return 'YYYY-MM-DD';
    case 'url':
      return 'https://…';
    case 'hash':
      return 'SHA-256, 64 hexadecimal digits';
    case 'paper':
      return 'id of a paper of the case';
    case 'person':
      return 'address or id of a person of the case';
    default: {
      const never: never = field;
      return never;
    }
  }
}
