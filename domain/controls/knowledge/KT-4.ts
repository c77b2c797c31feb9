import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import type { Why } from '../../say.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { isClient, isVendor } from '../sides.js';
import { transferOf } from '../suitability/SU-4.js';

const FORM = {
  rehearsedBy: { kind: 'person', ask: 'Who took the work over in the rehearsal?' },
  ledBy: { kind: 'person', ask: "Which of the vendor's people handed it over?" },
  rehearsedOn: { kind: 'day', ask: 'On which day?' },
  record: { kind: 'url', ask: 'Where is the record of the rehearsal?' },
  result: { kind: 'choice', of: ['passed', 'passed-with-gaps', 'failed'], ask: 'How did it go?' },
  gaps: {
    kind: 'list',
    ask: 'The gaps that it showed; an empty list when there are none.',
    of: {
      gap: { kind: 'text', maxLength: 300, ask: 'What could not be done?' },
      owner: { kind: 'person', ask: 'Who closes it?' },
      due: { kind: 'day', ask: 'By which day?' },
      closed: { kind: 'yes-no', ask: 'Is it closed?' },
    },
  },
  transfer: {
    kind: 'list',
    optional: true,
    ask: 'For a hybrid: each part of the work, and to whom of the in-house team it goes.',
    of: {
      part: { kind: 'text', maxLength: 200, ask: 'Which part, for example retraining?' },
      to: { kind: 'person', ask: 'Who carries it from then on?' },
      day: { kind: 'day', ask: 'From which day?' },
    },
  },
} as const;
type Answers = FormOf<typeof FORM>;

/** True for one of the vendor's people, gone since or not: what was rehearsed with somebody stays rehearsed when they leave. */
const wasVendor = (state: CaseState, id: PersonId): boolean =>
  isVendor(state, id) || state.people[id]?.status === 'left';

/** The rehearsal is by an in-house engineer; where there is no ML engineer in-house, by a second one of the partner. */
function rehearserFaults({ state }: Scene, rehearsedBy: string, ledBy: string): Why[] {
  const inHouse = state.intake.capacity.mlLeadership !== 'none';
  if (isClient(state, rehearsedBy)) return [];
  if (inHouse)
    return ["The hand-over was not rehearsed by one of the client's people; an in-house engineer has to do it."];
  return unless(
    ['accepted', 'left'].includes(state.people[rehearsedBy]?.status ?? '') && rehearsedBy !== ledBy,
    'The hand-over was not rehearsed by a second engineer; one other than who led it, and accepted here, has to do it.',
  );
}

/** Hybrid: whoever was named from the start (SU-4) rehearses, and takes every part over by the day of the transfer. */
function transferFaults({ state }: Scene, { rehearsedBy, transfer = [] }: Answers): Why[] {
  const agreed = transferOf(state);
  if (agreed === undefined) return [];
  const { on, team } = agreed;
  return [
    ...unless(
      team.includes(rehearsedBy),
      'The hand-over was rehearsed by nobody of the in-house team of the transfer (SU-4); one of them has to do it.',
    ),
    ...transfer.flatMap(({ part, to, day }) => [
      ...unless(
        team.includes(to),
        `"${part}" goes to nobody of the in-house team of the transfer (SU-4); name one of them.`,
      ),
      ...unless(day <= on, `"${part}" goes over on ${day}, after the day of the transfer, ${on}; plan it earlier.`),
    ]),
  ];
}

/** Hybrid: the rehearsal alone does not do; the transfer itself is planned. */
function transferPart({ state, planned }: Scene, { transfer = [] }: Answers): Part[] {
  if (transferOf(state) === undefined || transfer.length > 0) return [];
  const what = 'The work is hybrid and which part of it goes to whom is not supplied yet.';
  return [{ restsOn: [], missing: { what, turn: planned.owner } }];
}

/** The hand-over was rehearsed, and worked. */
export const KT4 = defineControl({
  id: 'KT-4',
  title: 'Hand-over rehearsed',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  form: FORM,
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The hand-over is not rehearsed yet.');
    const { rehearsedBy, ledBy, rehearsedOn, record, result, gaps } = answers;
    const open = gaps.filter((g) => !g.closed);
    return conclude(
      scene,
      [
        ...rehearserFaults(scene, rehearsedBy, ledBy),
        ...transferFaults(scene, answers),
        ...unless(
          wasVendor(scene.state, ledBy),
          "The hand-over was led by nobody of the vendor's; one of the vendor's people leads it.",
        ),
        ...unless(result !== 'failed', 'The rehearsal failed; put right what went wrong and rehearse again.'),
        ...unless(
          result !== 'passed-with-gaps' || gaps.length > 0,
          'The rehearsal passed with gaps and names none; name them.',
        ),
        ...unless(
          result !== 'passed' || open.length === 0,
          'The rehearsal passed and names open gaps; it passed with gaps then.',
        ),
        ...open.flatMap((g) =>
          unless(
            isClient(scene.state, g.owner) || isVendor(scene.state, g.owner),
            `Nobody in this case closes the gap "${g.gap}"; name an owner who takes part.`,
          ),
        ),
      ],
      [
        doneOn(scene, rehearsedOn, 'The rehearsal'),
        ...transferPart(scene, answers),
        { restsOn: [`link:${record}`] },
        ...open.map((g) => ({ restsOn: [], until: dayEnd(scene, g.due) })),
      ],
    );
  },
});
