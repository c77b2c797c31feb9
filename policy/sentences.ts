import type { z } from 'zod';
import type { Found, Path } from './found.js';

/** A path as people write it: `engineers[0].country`. */
export const dotted = (path: Path): string =>
  path
    .map((p) => (typeof p === 'number' ? `[${p}]` : `.${p}`))
    .join('')
    .replace(/^\./, '');

/** One sentence for each thing that a schema found wrong: what it is, and what would be right. */
export function sentencesFor(issue: z.core.$ZodIssue): Found[] {
  const path = issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p));
  const fault = (where: Path, message: string): Found => ({ path: where, message });
  const name = dotted(path) || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        fault(
          [...path, key],
          `${dotted([...path, key]).slice(0, 120)} is not a field here; remove it or mend its name.`,
        ),
      );
    case 'invalid_type': {
      const given = issue.input === undefined ? 'is missing' : `is ${describe(issue.input)}`;
      return [fault(path, `${name} ${given}; it has to be ${article(issue.expected)}.`)];
    }
    case 'invalid_value': {
      const given = issue.input === undefined ? 'is missing' : `is ${describe(issue.input)}`;
      const right = `${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
      return [fault(path, `${name} ${given}; it has to be ${right}.`)];
    }
    case 'too_small':
      return [
        fault(path, `${name} is too ${issue.origin === 'number' ? 'small' : 'short'}; the least is ${issue.minimum}.`),
      ];
    case 'too_big':
      return [
        fault(path, `${name} is too ${issue.origin === 'number' ? 'large' : 'long'}; the most is ${issue.maximum}.`),
      ];
    case 'invalid_union':
      return unionSentences(issue, fault(path, `${name} has none of the forms that are taken here.`));
    case 'invalid_key':
      return [fault(path, `${name} has a key that is not taken here.`)];
    default:
      return [fault(path, issue.message.startsWith('has to ') ? `${name} ${issue.message}` : issue.message)];
  }
}

/** The alternative that was meant is the one that lacks none of its own fields, or that got deepest into the value; else all are named. */
function unionSentences(issue: z.core.$ZodIssueInvalidUnion, none: Found): Found[] {
  const options = issue.errors.filter((issues) => issues.length > 0);
  const inner = (issues: z.core.$ZodIssue[]): Found[] =>
    issues.flatMap((i) => sentencesFor({ ...i, path: [...issue.path, ...i.path] }));
  const meant = options
    .filter((issues) => !issues.some((i) => isLacking(i) && i.path.length < 2))
    .sort((a, b) => depth(b) - depth(a))[0];
  if (meant !== undefined) return inner(meant);
  const forms = options.flatMap((issues) => issues.filter(isLacking).map((i) => i.path.map(String).join('.')));
  return forms.some((f) => f === '')
    ? [none]
    : [{ ...none, message: none.message.replace(/\.$/, `; say one of ${[...new Set(forms)].join(', ')}.`) }];
}

const isLacking = (issue: z.core.$ZodIssue): boolean =>
  ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code) && issue.input === undefined;

const depth = (issues: z.core.$ZodIssue[]): number => Math.max(...issues.map((i) => i.path.length));

const article = (type: string): string => {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    string: 'a text',
    boolean: 'true or false',
    int: 'a whole number',
  };
  return names[type] ?? `a ${type}`;
};

function describe(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of fields';
  if (typeof input === 'string') return `the text "${input.slice(0, 40)}${input.length > 40 ? '…' : ''}"`;
  return `${typeof input === 'number' ? 'the number ' : ''}${String(input)}`;
}
