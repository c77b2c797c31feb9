import { drawbridge } from '../support/cli/cli.js';

test.each([
  [['cas'], "Unknown command 'cas'\n(Did you mean case?)\n"],
  [['case', 'opne', 'x'], "Unknown command 'opne'\n(Did you mean open?)\n"],
  [['case', 'open'], "Missing required argument 'file'.\n"],
  [['decide', 'c-1', 'contract', 'approve'], "Required option '--reason <text>' not specified.\n"],
  [
    ['decide', 'c-1', 'contract', 'perhaps', '--reason', 'x'],
    'Unknown decision "perhaps". Use one of: approve, reject, return.\n',
  ],
  [
    ['case', 'list', '--limit', '0'],
    "Option '--limit <number>' argument '0' is invalid. It must be a whole number from 1 to 200.\n",
  ],
  [['case', 'open', '/nowhere/case.yaml'], 'File not found: /nowhere/case.yaml\n'],
  [['schema', 'weather'], 'Unknown schema "weather". Use one of: case, policy, scenario, evidence.\n'],
])('%j is bad input, said in a sentence', async (args, err) => {
  expect(await drawbridge(args)).toEqual({ code: 2, out: '', err });
});
