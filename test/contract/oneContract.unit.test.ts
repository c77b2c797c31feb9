import { readdirSync, readFileSync } from 'node:fs';
import { COMMANDS, kebab } from '../../contract/commands.js';
import { ACTS } from '../../rehearsal/schema.js';

/** Files of a folder that describe a shape in zod. */
const withShapes = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /\bz\s*\.(object|strictObject|looseObject|record|union|array)\(/.test(readFileSync(`${folder}/${file}`, 'utf8')),
    )
    .sort();

test('given the API, then no shape of a request or an answer stands outside the contract', () => {
  expect(withShapes('api')).toEqual([]);
});

test('given the command line, then its only shapes are those of local files and the local mailbox', () => {
  expect(withShapes('cli')).toEqual(['lib/formInput.ts', 'lib/keptSignIns.ts', 'verbs/caseScope.ts', 'verbs/mail.ts']);
});

test('given the commands, then a scenario can play every one of them, and the erasure of a person besides', () => {
  expect(ACTS).toEqual([...Object.keys(COMMANDS).map(kebab), 'erase-person', 'stop', 'lift-stop']);
  expect(ACTS).toEqual(expect.arrayContaining(['reuse-paper', 'propose-policy', 'withdraw-policy']));
});
