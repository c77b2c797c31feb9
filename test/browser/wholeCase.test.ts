import { loadScenario } from '../../rehearsal/load.js';
import type { Step } from '../../rehearsal/schema.js';
import { playByHands } from '../support/browser/acting/playByHands.js';

/** What comes after the first weeks, up to the closing of the case. */
const CLOSING: Step[] = [
  { at: 'day 12 09:00', as: 'procurement', do: { 'close-case': { reason: 'The forecast is in our own hands now.' } } },
  { expect: [{ case: { status: 'closing' } }, { access: { who: 'ada', is: 'absent' } }] },
  {
    at: 'day 21 10:00',
    as: 'vendor-contact',
    paper: {
      ...{ paper: 'deletion', kind: 'deletion-certificate', title: 'Certificate of return and deletion' },
      ...{ text: 'All material of the client was returned or deleted.', signers: ['vendor'], from: '2026-09-21' },
    },
  },
  {
    as: 'vendor-contact',
    do: {
      'submit-evidence': {
        control: 'OF-1',
        form: {
          ...{ data: 'deleted', weights: 'deleted', prompts: 'deleted', code: 'deleted', credentials: 'returned' },
          ...{ paper: 'deletion', packHash: '@sha256:final evidence pack' },
        },
      },
    },
  },
  { at: '+1h', expect: { case: { status: 'closed' } } },
];

/** The steps of a scenario before a day, without what repeats. */
const before = (steps: Step[], moment: string): Step[] =>
  steps
    .slice(
      0,
      steps.findIndex((step) => 'at' in step && step.at === moment),
    )
    .filter((step) => !('every' in step));

test('given a managed team, then everybody brings its case from request to open access and to its end with hands in the browser', async () => {
  const loaded = await loadScenario('examples/scenarios/managed-team.yaml');
  const steps = [...before(loaded.steps, 'day 11 14:00'), ...CLOSING];
  const started = Date.now();
  const { played, tallies, faults } = await playByHands({ ...loaded, steps }, (line) =>
    console.log(Math.round((Date.now() - started) / 1000), line),
  );
  console.log(tallies);
  expect(played.verdicts.filter(({ met }) => !met)).toEqual([]);
  expect(faults).toEqual([]);
});
