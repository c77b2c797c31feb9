import { loadScenario } from '../../rehearsal/load.js';
import type { Step } from '../../rehearsal/schema.js';
import { playByHands } from '../support/browser/acting/playByHands.js';

/** What comes after the first weeks, up to the closing of the case. */
const CLOSING: Step[] = [
  { at: 'day 29 09:00', as: 'procurement', do: { 'close-case': { reason: 'The forecast is in our own hands now.' } } },
  { expect: [{ case: { status: 'closing' } }, { access: { who: 'ada', is: 'absent' } }] },
  {
    at: 'day 38 10:00',
    as: 'vendor-contact',
    paper: {
      ...{ paper: 'deletion', kind: 'deletion-certificate', title: 'Certificate of return and deletion' },
      ...{ text: 'All material of the client was returned or deleted.', signers: ['vendor'], from: '2026-10-08' },
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

const isHandOver = (step: Step): boolean =>
  'do' in step && /"control":"KT-/.test(JSON.stringify(step.do)) && !('every' in step);

/** The steps of a scenario before a moment, and after it what hands the work over; without what repeats. */
function shortened(steps: Step[], moment: string): Step[] {
  const at = steps.findIndex((step) => 'at' in step && step.at === moment);
  return [...steps.slice(0, at).filter((step) => !('every' in step)), ...steps.slice(at).filter(isHandOver)];
}

/** The most clicks and fields that the whole case may take of each: procurement, security, executive, manager, legal, privacy, and the vendor's contact and engineers. */
const AT_MOST: Record<string, { clicks: number; fields: number }> = {
  'petra.lang@meridian.example': { clicks: 150, fields: 70 },
  'karl.winter@meridian.example': { clicks: 60, fields: 40 },
  'ruth.albrecht@meridian.example': { clicks: 20, fields: 10 },
  'jonas.brandt@meridian.example': { clicks: 130, fields: 80 },
  'hanna.vogt@meridian.example': { clicks: 40, fields: 10 },
  'ines.maurer@meridian.example': { clicks: 25, fields: 12 },
  'marta.zielinska@baltyk.example': { clicks: 400, fields: 180 },
  'ada@baltyk.example': { clicks: 4, fields: 2 },
  'nina@baltyk.example': { clicks: 4, fields: 2 },
  'tomek@baltyk.example': { clicks: 4, fields: 2 },
  'lukasz@baltyk.example': { clicks: 4, fields: 2 },
};

test('given a managed team, then everybody brings its case from request to open access and to its end with hands in the browser', async () => {
  const loaded = await loadScenario('examples/scenarios/managed-team.yaml');
  const steps = [...shortened(loaded.steps, 'day 11 14:00'), ...CLOSING];
  const { played, tallies, faults } = await playByHands({ ...loaded, steps });
  expect(played.verdicts.filter(({ met }) => !met)).toEqual([]);
  expect(faults).toEqual([]);
  const tooMany = Object.entries(tallies).filter(
    ([email, { clicks, fields }]) => clicks > (AT_MOST[email]?.clicks ?? 0) || fields > (AT_MOST[email]?.fields ?? 0),
  );
  expect(tooMany).toEqual([]);
});
