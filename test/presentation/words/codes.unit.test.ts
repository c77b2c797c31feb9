import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isFormat, placesOf } from '../../../presentation/words/fill.js';
import { TABLES } from '../../../presentation/words/said/index.js';
import { WORDS } from '../../../presentation/words/words.js';

/** One `say('code', { values })` of the rules. */
type Call = { where: string; code?: string; values?: string[] };

/** Every call of `say` in a file; a code that is not spelled out, or values that are not, are left out of the answer. */
function callsIn(file: string): Call[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'say') {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      calls.push(
        ...codesOf(node.arguments[0]).map((code) => ({
          where: `${file}:${line + 1}`,
          code,
          values: valuesOf(node.arguments[1]),
        })),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** The codes that a first argument can be: a literal, or a choice between literals. */
function codesOf(node: ts.Expression | undefined): (string | undefined)[] {
  if (node !== undefined && ts.isConditionalExpression(node))
    return [...codesOf(node.whenTrue), ...codesOf(node.whenFalse)];
  return [node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined];
}

function valuesOf(node: ts.Expression | undefined): string[] | undefined {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.map((p) => (p.name !== undefined && ts.isIdentifier(p.name) ? p.name.text : '?'));
}

const FILES = ['domain', 'policy', 'activities', 'workflows', 'client'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file)),
);
const CALLS = FILES.filter((file) => file !== join('domain', 'say.ts')).flatMap(callsIn);

test('given the rules, when they say something, then code and values are spelled out where they say it', () => {
  expect(CALLS.filter((c) => c.code === undefined || c.values === undefined || c.values.includes('?'))).toEqual([]);
  expect(CALLS.length).toBeGreaterThan(3);
});

test('given every code of the rules, when it is looked up, then it has words, and no words are left over', () => {
  const said = [...new Set(CALLS.map((c) => c.code))].sort();
  expect([...WORDS.keys()].sort()).toEqual(said);
});

test('given the tables of words, when they are put together, then no code stands in two of them', () => {
  const all = TABLES.flatMap((table) => Object.keys(table));
  expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
});

test('given the words of a code, when values are put in, then each is one that every rule gives with it, in a format that exists', () => {
  const wrong = CALLS.flatMap(({ where, code = '', values = [] }) =>
    placesOf(WORDS.get(code) ?? '').flatMap(({ name, format }) => [
      ...(values.includes(name) ? [] : [`${where}: ${code} has no value ${name}`]),
      ...(format === undefined || isFormat(format) ? [] : [`${code}: no format ${format}`]),
    ]),
  );
  expect(wrong).toEqual([]);
});
