import type { PlannedControl } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { dutyOf } from '../clocks/duty.js';
import { holdsTheEnd, isOfTheEnd } from '../controls/caseEnd.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, subjectsOf, verdictOnPath } from '../controls/judge.js';
import { namedFor } from '../people/named.js';
import { say, type Why } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { dueAfter, step, type WantedTask } from './task.js';
import { STAGE_WORDS } from './words.js';

/** One control, for one subject, that somebody has to supply. */
type Gap = { control: PlannedControl; person?: PersonId; turn: Role; missing: Why[]; due?: Instant };

const needsSupply = (control: PlannedControl): boolean =>
  control.applies &&
  ['gate', 'track', 'checkpoint'].includes(control.binding.kind) &&
  CONTROLS[control.id]?.form !== null;

/** What holds the end of a case is asked for when it closes, and then nothing else but what that rests on. */
const isWorkedOn = (state: CaseState, control: PlannedControl): boolean =>
  state.status === 'closing' ? isOfTheEnd(state, control.id) : !holdsTheEnd(control);

/** Whoever cannot supply a control can only be waited for to sign a paper of it, and that is a task of its own. */
const waitsForSignature = ({ id, owner }: PlannedControl, turn: Role): boolean =>
  turn !== owner && !CONTROLS[id]?.suppliedBy.includes(turn);

/** What was met and has lapsed after its day is due anew, the policy's hours after the lapse: nobody was late with it. */
function dueOf(state: CaseState, key: string, due: Instant | undefined): { due?: Instant } {
  if (due === undefined) return {};
  const lapsedAt = state.controlStatus[key]?.lapsedAt;
  if (lapsedAt === undefined || notAfter(lapsedAt, due)) return { due };
  return { due: plusBusinessHours(state.calendars.client, lapsedAt, state.plan.numbers.taskHours) };
}

function gapsOf(state: CaseState, control: PlannedControl, now: Instant): Gap[] {
  const duty = dutyOf(state, control);
  // In a case that closes no gate opens any more: what its end rests on waits for none.
  if (duty.phase === 'waiting' && state.status === 'open') return [];
  const day = duty.phase === 'waiting' ? undefined : duty.due;
  return subjectsOf(state, control.id).flatMap((person): Gap[] => {
    const found = assessNow(state, control.id, now, person);
    if (found === undefined || found.status === 'met' || verdictOnPath(state, control, now, person).holds) return [];
    if (waitsForSignature(control, found.turn)) return [];
    const missing = found.status === 'refused' ? found.reasons : found.missing;
    return [
      {
        control,
        ...(person === undefined ? {} : { person }),
        turn: found.turn,
        missing,
        ...dueOf(state, subjectKey(control.id, person), day),
      },
    ];
  });
}

const idOf = (gap: Gap): string =>
  gap.due === undefined ? `supply:${gap.control.stage}:${gap.turn}` : `item:${gap.control.id}`;

/** What has to be supplied, gathered by stage and role; a control with a day of its own is a task of its own. */
export function supplyTasks(state: CaseState, now: Instant): WantedTask[] {
  const gaps = Object.values(state.plan.controls)
    .filter((c) => needsSupply(c) && isWorkedOn(state, c))
    .flatMap((c) => gapsOf(state, c, now));
  const byTask = new Map<string, Gap[]>();
  for (const gap of gaps) byTask.set(idOf(gap), [...(byTask.get(idOf(gap)) ?? []), gap]);
  return [...byTask].map(([id, group]) => asTask(state, id, group, now));
}

function asTask(state: CaseState, id: string, group: Gap[], now: Instant): WantedTask {
  const [first] = group;
  const role = first?.turn ?? 'procurement';
  const ids = [...new Set(group.map((g) => g.control.id))];
  return {
    id,
    title: titleOf(ids, first),
    assignees: namedFor(state, role),
    role,
    why: say('tasks.gaps', {
      gaps: group.map(({ control, person, missing }) =>
        say(person === undefined ? 'tasks.gap' : 'tasks.gap-of', { control: control.id, person, missing }),
      ),
    }),
    how: howOf(state, group),
    due: first?.due ?? dueAfter(state, id, now),
  };
}

const titled = (id: string): string => `${id}: ${CONTROLS[id]?.title ?? id}`;

function titleOf(ids: string[], first: Gap | undefined): string {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return `Supply ${titled(only)}`;
  return `Supply ${ids.join(', ')}${first === undefined ? '' : ` for ${STAGE_WORDS[first.control.stage]}`}`;
}

/** How each control is supplied; those of one path are alternatives. */
function howOf(state: CaseState, group: Gap[]): string[] {
  const each = [...new Map(group.map((g) => [g.control.id, g])).values()];
  const paths = [...new Set(each.flatMap((g) => g.control.path ?? []))];
  const choices = paths.map((p) => each.filter((g) => g.control.path === p)).filter((gaps) => gaps.length > 1);
  return [
    ...choices.map((gaps) => `One of ${gaps.map((g) => g.control.id).join(', ')} is enough.`),
    ...each.map(({ control: { id }, person }) => {
      const whom = person === undefined ? '' : ' --person PERSON';
      return `${titled(id)}. Fill in the form that ${step(`template evidence ${id} > ${id}.yaml`)} prints, then ${step(`submit ${state.caseId} ${id} --form ${id}.yaml${whom}`)}`;
    }),
  ];
}
