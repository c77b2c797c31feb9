import { drawbridge } from '../support/cli/cli.js';

const VERBS = [
  ['case', 'open'],
  ['case', 'list'],
  ['case', 'show'],
  ['case', 'model'],
  ['case', 'pause'],
  ['case', 'resume'],
  ['case', 'scope'],
  ['case', 'close'],
  ['case', 'hold'],
  ['case', 'release'],
  ['tasks'],
  ['report'],
  ['certificate'],
  ['access', 'attest'],
  ['access', 'verify'],
  ['access', 'show'],
  ['models'],
  ['cost'],
  ['board'],
  ['compare'],
  ['submit'],
  ['send'],
  ['sign'],
  ['revoke'],
  ['papers', 'reuse'],
  ['vendor', 'list'],
  ['vendor', 'show'],
  ['people', 'list'],
  ['people', 'propose'],
  ['people', 'needs'],
  ['people', 'accept'],
  ['people', 'reject'],
  ['people', 'suspend'],
  ['people', 'resume'],
  ['people', 'leave'],
  ['replace', 'request'],
  ['replace', 'withdraw'],
  ['replace', 'handover'],
  ['recertify'],
  ['decide'],
  ['answer'],
  ['delegate'],
  ['waive'],
  ['flag', 'raise'],
  ['flag', 'clear'],
  ['flag', 'remedy'],
  ['meeting'],
  ['reading'],
  ['invoice'],
  ['readings', 'import'],
  ['ledger', 'show'],
  ['ledger', 'export'],
  ['ledger', 'verify'],
  ['audit', 'population'],
  ['audit', 'retention'],
  ['audit', 'custody'],
  ['person', 'erase'],
  ['policy', 'check'],
  ['policy', 'explain'],
  ['policy', 'diff'],
  ['policy', 'propose'],
  ['policy', 'withdraw'],
  ['schema'],
  ['rehearse'],
  ['mail', 'list'],
  ['mail', 'show'],
  ['token', 'bootstrap'],
  ['token', 'issue'],
  ['token', 'revoke'],
  ['recover'],
  ['up'],
  ['api'],
  ['worker'],
  ['migrate'],
];

test('every verb explains itself, with an example', async () => {
  const helps = await Promise.all(VERBS.map((verb) => drawbridge([...verb, '--help'])));
  const wrong = VERBS.filter((verb, i) => {
    const ran = helps[i];
    return ran?.code !== 0 || ran.err !== '' || !ran.out.includes(`Examples:\n  $ drawbridge ${verb.join(' ')}`);
  });
  expect(wrong).toEqual([]);
});

test('the help lists every verb, how to sign in and the exit codes', async () => {
  const { code, out } = await drawbridge(['--help']);
  expect(code).toBe(0);
  for (const [verb = ''] of VERBS) expect(out).toMatch(new RegExp(`^  ${verb}[ |]`, 'm'));
  expect(out).toContain('--as ROLE');
  expect(out).toContain('0 done, 2 bad input, 3 refused, 4 not found, 5 a service is unreachable, 1 anything else');
});

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
