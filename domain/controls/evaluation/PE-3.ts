import { type Said, say } from '../../say.js';
import { notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import type { FormOf } from '../form.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of the security posture mean. */
export const anchors: Anchors = [
  'Nothing is in writing.',
  'Access controls are described in writing, and no report or certificate is held or in progress.',
  'A report or certificate is in progress and said to be so, with a standard DPA and access controls in writing.',
  'A SOC 2 Type II report or an ISO/IEC 27001:2022 certificate is held, with a standard DPA and access controls in writing.',
  'As 3, and the report was read and leaves no exception open.',
];

const ATTESTATIONS = ['soc-2-type-2', 'iso-27001-2022', 'in-progress', 'none'] as const;

/** The facts of the security posture and its score. */
export const POSTURE_FORM = {
  attestation: {
    kind: 'choice',
    of: ATTESTATIONS,
    ask: 'Which report or certificate does the vendor hold? A Type I report alone or a 2013 certificate is none.',
  },
  saidInProgress: {
    kind: 'yes-no',
    optional: true,
    ask: 'One is in progress: does the vendor say plainly, in offer and on its site, that it does not hold it yet?',
  },
  expectedOn: { kind: 'day', optional: true, ask: 'One is in progress: by which day does the vendor expect it?' },
  standardDpa: { kind: 'yes-no', ask: 'Does the vendor offer a standard data processing agreement?' },
  accessControls: { kind: 'yes-no', ask: 'Are its access controls described in writing?' },
  openExceptions: {
    kind: 'number',
    min: 0,
    integer: true,
    optional: true,
    ask: 'The report was read: how many of its exceptions or nonconformities are still open?',
  },
  ...scoreFields(anchors),
} as const;

function ceilingsOf(answers: FormOf<typeof POSTURE_FORM>): Ceiling[] {
  const { attestation, standardDpa, accessControls, openExceptions: open } = answers;
  const held = attestation === 'soc-2-type-2' || attestation === 'iso-27001-2022';
  return [
    { most: 0, when: !accessControls && !standardDpa && !held, because: say('PE-3.nothing-in-writing') },
    { most: 1, when: attestation === 'none', because: say('PE-3.no-attestation') },
    { most: 1, when: !standardDpa, because: say('PE-3.no-dpa') },
    { most: 1, when: !accessControls, because: say('PE-3.access-controls-unwritten') },
    { most: 2, when: !held, because: say('PE-3.none-held') },
    { most: 3, when: open === undefined, because: say('PE-3.report-not-read') },
    { most: 3, when: open !== undefined && open > 0, because: say('PE-3.open-exceptions', { exceptions: open }) },
  ];
}

/** Exceptions stand in a report that is held. */
const contradictions = ({ attestation, openExceptions }: FormOf<typeof POSTURE_FORM>): Said[] =>
  unless(
    openExceptions === undefined || attestation === 'soc-2-type-2' || attestation === 'iso-27001-2022',
    say('PE-3.exceptions-of-none', { attestation }),
  );

/** An attestation in progress is no attestation, and the vendor has to say so itself. */
const plainlyFaults = ({ attestation, saidInProgress, expectedOn }: FormOf<typeof POSTURE_FORM>): Said[] =>
  attestation === 'in-progress'
    ? [
        ...unless(saidInProgress === true, say('PE-3.progress-not-disclosed')),
        ...unless(expectedOn !== undefined, say('PE-3.no-expected-day')),
      ]
    : [];

/** What the vendor can show of its security before anything is signed; SA-1 to SA-3 hold the proof itself. */
export const PE3 = defineControl({
  id: 'PE-3',
  title: 'Security posture: report or certificate, standard DPA, access controls in writing',
  area: 'evaluation',
  risk: 'data-exposure',
  nist: 'measure',
  subject: 'case',
  anchors,
  form: POSTURE_FORM,
  numbers: SCORE_NUMBERS,
  suppliedBy: ['security', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-3.not-scored'));
    return concludeScore(scene, answers, ceilingsOf(answers), {
      wrong: [...contradictions(answers), ...plainlyFaults(answers)],
    });
  },
});
