import { Command } from 'commander';
import { CliError, EXIT } from '../../cli/exit.js';
import { hintFor } from '../../cli/lib/formFaults.js';
import { nearest } from '../../cli/lib/nearest.js';
import { plainFaults } from '../../cli/lib/plainFaults.js';
import type { FormShape } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';

const shapeOf = (id: string): FormShape => {
  const shape = CONTROLS[id]?.form;
  if (!shape) throw new Error(`${id} has no form.`);
  return shape;
};

test.each([
  ['workMadeForHre', ['workMadeForHire', 'paper'], 'workMadeForHire'],
  ['work-made-for-hire', ['workMadeForHire', 'paper'], 'workMadeForHire'],
  ['contcat', ['contact', 'decides'], 'contact'],
  ['Paper', ['paper', 'period'], 'paper'],
  ['colour', ['contact', 'decides'], undefined],
  ['x'.repeat(100_000), ['contact'], undefined],
])('given "%s", then the nearest of %j is %s', (word, names, meant) => {
  expect(nearest(word, names)).toBe(meant);
});

test.each([
  ['a field that is misspelt', 'ON-4', { contcat: 'Mina' }, 'form.contcat', '. Did you mean "contact"?'],
  ['a field that is like none', 'ON-4', { xyz: 1 }, 'form.xyz', '. Its fields: contact, decides.'],
  ['a choice that is misspelt', 'ON-4', { decides: ['scop', 'priorities'] }, 'form.decides', '. Did you mean "scope"?'],
  ['a choice that is like none', 'ON-4', { decides: ['everything at all'] }, 'form.decides', ''],
  [
    'a field within a record',
    'DP-1',
    { checks: { a: { anser: 'yes' } } },
    'form.checks.a.anser',
    '. Did you mean "answer"?',
  ],
  [
    'a choice within a list',
    'DP-2',
    { transfers: [{ mechanism: 'none' }, { mechanism: 'derogations' }] },
    'form.transfers[1].mechanism',
    '. Did you mean "derogation"?',
  ],
  ['a form that is none', 'ON-4', {}, 'form', ''],
])('given %s, then it is told what was meant most likely', (_what, control, form, path, hint) => {
  expect(hintFor(shapeOf(control), form, path)).toEqual(hint);
});

/** What a verb with an option, an argument and the body made of them says of faults of the API. */
async function plain(faults: { path: string; message: string }[]): Promise<unknown> {
  let said: unknown;
  const verb = new Command('amend')
    .argument('<case>')
    .argument('<incident>')
    .option('--aware <instant>')
    .option('--hash <sha256>')
    .option('--contains <item...>')
    .action((_case: string, incident: string, _: unknown, command: Command) => {
      const { aware, hash, contains } = command.opts();
      const body = { incident, awareAt: aware, textHash: hash, items: contains };
      const problem = new CliError(EXIT.badInput, 'The body: `x` is wrong.', { code: 'Malformed', faults });
      said = plainFaults(problem, command, body);
    });
  const args = ['c-1', 'Inc 1', '--aware', 'now', '--hash', 'abc', '--contains', 'nature', 'nothing'];
  await verb.parseAsync(args, { from: 'user' });
  return said instanceof CliError ? [said.message, ...(said.more.faults ?? []).map(({ shown }) => shown)] : said;
}

test('given one fault of a field, then it is told by the option or the argument that it came from', async () => {
  expect(await plain([{ path: 'awareAt', message: 'must be an instant' }])).toEqual([
    '--aware must be an instant.',
    '--aware',
  ]);
  expect(await plain([{ path: 'incident', message: 'must be an id' }])).toEqual([
    '<incident> must be an id.',
    '<incident>',
  ]);
});

test('given several faults, then each is told by what was typed, and a place in a list by its number', async () => {
  expect(
    await plain([
      { path: 'textHash', message: 'must be a hash' },
      { path: 'items[1]', message: 'must be one of nature' },
      { path: 'clientName', message: 'is missing' },
    ]),
  ).toEqual(['3 values are not right:', '--hash', '--contains no. 2', 'client name']);
});

test('given an error of another kind, then it stays as it is', () => {
  const other = new CliError(EXIT.refused, 'Not yours.', { code: 'NotYourRole' });
  expect(plainFaults(other, new Command(), {})).toBe(other);
});
