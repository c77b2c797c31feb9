import { faultsOf } from '../support/rehearsal/commandLines.js';

test('given command lines of letters, then those that the command does not take are named with the reason', () => {
  expect(
    faultsOf([
      'decide c-1 gate:contract approve --hash abc --reason "…"',
      'template evidence IP-1 > IP-1.yaml',
      'flag clear c-1 RF-2 --reason "It is mended"',
      'reading c-1 "Arrivals in time" VALUE --source "…"',
      'answer c-1 gate:contract --answer "…"',
      'people welcome c-1 p-1',
      'sign c-1',
    ]),
  ).toEqual([
    'answer c-1 gate:contract --answer "…": there is no option --answer',
    'people welcome c-1 p-1: there is no verb welcome',
    'sign c-1: 1 arguments, 2 to 2 wanted',
  ]);
});
