import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
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
  isVendor(state, id) || own(state.people, id)?.status === 'left';

/** The rehearsal is by an in-house engineer; where there is no ML engineer in-house, by a second one of the partner. */
function rehearserFaults({ state }: Scene, rehearsedBy: string, ledBy: string): Said[] {
  const inHouse = state.intake.capacity.mlLeadership !== 'none';
  if (isClient(state, rehearsedBy)) return [];
  if (inHouse) return [say('KT-4.rehearser-not-client', { who: rehearsedBy })];
  return unless(
    ['accepted', 'left'].includes(own(state.people, rehearsedBy)?.status ?? '') && rehearsedBy !== ledBy,
    say('KT-4.rehearser-not-second', { who: rehearsedBy }),
  );
}

/** Hybrid: whoever was named from the start (SU-4) rehearses, and takes every part over by the day of the transfer. */
function transferFaults({ state }: Scene, { rehearsedBy, transfer = [] }: Answers): Said[] {
  const agreed = transferOf(state);
  if (agreed === undefined) return [];
  const { on, team } = agreed;
  return [
    ...unless(team.includes(rehearsedBy), say('KT-4.rehearser-not-in-team', { who: rehearsedBy })),
    ...transfer.flatMap(({ part, to, day }) => [
      ...unless(team.includes(to), say('KT-4.part-to-outsider', { part, to })),
      ...unless(day <= on, say('KT-4.part-late', { part, day, transfer: on })),
    ]),
  ];
}

/** Hybrid: the rehearsal alone does not do; the transfer itself is planned. */
function transferPart({ state, planned }: Scene, { transfer = [] }: Answers): Part[] {
  if (transferOf(state) === undefined || transfer.length > 0) return [];
  const what = say('KT-4.transfer-not-planned');
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
    if (answers === undefined) return notSupplied(scene, say('KT-4.not-supplied'));
    const { rehearsedBy, ledBy, rehearsedOn, record, result, gaps } = answers;
    const open = gaps.filter((g) => !g.closed);
    return conclude(
      scene,
      [
        ...rehearserFaults(scene, rehearsedBy, ledBy),
        ...transferFaults(scene, answers),
        ...unless(wasVendor(scene.state, ledBy), say('KT-4.leader-not-vendor', { who: ledBy })),
        ...unless(result !== 'failed', say('KT-4.failed')),
        ...unless(result !== 'passed-with-gaps' || gaps.length > 0, say('KT-4.gaps-not-listed')),
        ...unless(result !== 'passed' || open.length === 0, say('KT-4.passed-with-open-gaps')),
        ...gaps.flatMap((g) =>
          unless(g.due >= rehearsedOn, say('KT-4.gap-due-before', { gap: g.gap, due: g.due, rehearsed: rehearsedOn })),
        ),
        ...open.flatMap((g) =>
          unless(
            isClient(scene.state, g.owner) || isVendor(scene.state, g.owner),
            say('KT-4.gap-owner-not-in-case', { gap: g.gap, owner: g.owner }),
          ),
        ),
      ],
      [
        doneOn(scene, rehearsedOn, say('KT-4.rehearsal')),
        ...transferPart(scene, answers),
        { restsOn: [`link:${record}`] },
        ...open.map((g) => ({ restsOn: [], until: dayEnd(scene, g.due) })),
      ],
    );
  },
});
