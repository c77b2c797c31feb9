import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn } from '../days.js';
import { isClient, isVendor } from '../sides.js';

/** The rehearsal is by an in-house engineer; where there is no ML engineer in-house, by a second one of the partner. */
function rehearserFaults({ state }: Scene, rehearsedBy: string, ledBy: string): string[] {
  const inHouse = state.intake.capacity.mlLeadership !== 'none';
  if (isClient(state, rehearsedBy)) return [];
  if (inHouse)
    return ["The hand-over was not rehearsed by one of the client's people; an in-house engineer has to do it."];
  return unless(
    state.people[rehearsedBy]?.status === 'accepted' && rehearsedBy !== ledBy,
    'The hand-over was not rehearsed by a second engineer; one other than who led it, and accepted here, has to do it.',
  );
}

/** The hand-over was rehearsed, and worked. */
export const KT4 = defineControl({
  id: 'KT-4',
  title: 'Hand-over rehearsed',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  form: {
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
  },
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The hand-over is not rehearsed yet.');
    const { rehearsedBy, ledBy, rehearsedOn, record, result, gaps } = answers;
    const open = gaps.filter((g) => !g.closed);
    return conclude(
      scene,
      [
        ...rehearserFaults(scene, rehearsedBy, ledBy),
        ...unless(
          isVendor(scene.state, ledBy),
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
        { restsOn: [`link:${record}`] },
        ...open.map((g) => ({ restsOn: [], until: dayEnd(scene, g.due) })),
      ],
    );
  },
});
