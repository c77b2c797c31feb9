import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Names of everything that a state or a plan keeps by id. */
const RECORDS = new Set([
  'CONTROLS',
  ...['domain/case/state.ts', 'domain/case/plan.ts'].flatMap((file) =>
    [...read(file).matchAll(/^ {2}(\w+)\??: Record<(?:string|PersonId),/gm)].map(([, name]) => name ?? ''),
  ),
]);

/** Where ids come in from outside: whatever can refuse, judges evidence, or stands at the edge. */
const ofTheDoor = (file: string): boolean =>
  file.startsWith('api/') || file.startsWith('domain/controls/') || /\brefuse\b/.test(read(file));

const lastName = (node: ts.Expression): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : '';

/** An id that is written into the source came from nobody. */
const isFixed = (node: ts.Expression): boolean => ts.isLiteralExpression(node) || /^[A-Z_]+$/.test(node.getText());

function rawLookups(file: string, text = read(file)): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node) && RECORDS.has(lastName(node.expression)))
      if (!isFixed(node.argumentExpression)) found.push(`${file}: ${node.getText()}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test('what decides, judges or answers looks ids up by `own` alone', () => {
  expect(['papers', 'approvals', 'people', 'profiles', 'CONTROLS'].filter((name) => !RECORDS.has(name))).toEqual([]);
  expect([...filesIn('api'), ...filesIn('domain')].filter(ofTheDoor).flatMap((file) => rawLookups(file))).toEqual([]);
});

test('a raw lookup is found', () => {
  const text = 'const a = state.papers[command.paper]; const b = replacements?.[id]; const c = own(state.papers, id);';
  expect(rawLookups('x.ts', text)).toEqual(['x.ts: state.papers[command.paper]', 'x.ts: replacements?.[id]']);
});
