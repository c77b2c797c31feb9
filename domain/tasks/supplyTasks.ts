import type { PlannedControl } from '../case/plan.js';
import { type PersonId, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { dutyOf } from '../clocks/duty.js';
import { holdsTheEnd, isOfTheEnd, mayEnd } from '../controls/caseEnd.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, subjectsOf, verdictOnPath } from '../controls/judge.js';
import { canonicalJson } from '../hash.js';
import { unseenSaid } from '../leftBehind/standing.js';
import { namedFor } from '../people/named.js';
import { type Said, say, type Why } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import type { Action, ActionOf } from './action.js';
import { dueAfter, type WantedTask } from './task.js';

/** One control, for one subject, that somebody has to supply. */
type Gap = { control: PlannedControl; person?: PersonId; turn: Role; missing: Why[]; due?: Instant };

const needsSupply = (control: PlannedControl): boolean =>
  control.applies &&
  ['gate', 'track', 'checkpoint'].includes(control.binding.kind) &&
  CONTROLS[control.id]?.form !== null;

/** What holds the end of a case is asked for when it closes, with what that rests on; nothing is once the case may end. */
const isWorkedOn = (state: CaseState, control: PlannedControl, now: Instant): boolean =>
  state.status === 'closing' ? isOfTheEnd(state, control.id) && !mayEnd(state, now) : !holdsTheEnd(control);

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
    .filter((c) => needsSupply(c) && isWorkedOn(state, c, now))
    .flatMap((c) => gapsOf(state, c, now));
  const byTask = new Map<string, Gap[]>();
  for (const gap of gaps) byTask.set(idOf(gap), [...(byTask.get(idOf(gap)) ?? []), gap]);
  return [...byTask].map(([id, group]) => asTask(state, id, group, now));
}

function asTask(state: CaseState, id: string, group: Gap[], now: Instant): WantedTask {
  const [first] = group;
  const role = first?.turn ?? 'procurement';
  const controls = [...new Set(group.map((g) => g.control.id))];
  return {
    id,
    what: whatOf(controls, first),
    assignees: namedFor(state, role),
    role,
    why: [
      ...(controls.length === 1 && first !== undefined ? [whyOf(first)] : alternatives(group)),
      ...(sideOf(role) === 'client' && group.some(({ control }) => holdsTheEnd(control)) ? unseenSaid(state) : []),
    ],
    actions: controls.flatMap((control) =>
      waysToSupply(
        control,
        group.filter((g) => g.control.id === control),
        controls.length === 1,
      ),
    ),
    due: first?.due ?? dueAfter(state, id, now),
  };
}

function whatOf(controls: string[], first: Gap | undefined): Said {
  const [only] = controls;
  return only !== undefined && controls.length === 1
    ? say('tasks.supply', { control: only })
    : say('tasks.supply-several', { count: controls.length, stage: first?.control.stage ?? '' });
}

const whyOf = ({ control: { stage, binding } }: Gap): Said =>
  say(binding.kind === 'gate' ? 'tasks.supply-for-gate' : 'tasks.supply-by-plan', { stage });

/** Controls of one path are alternatives. */
function alternatives(group: Gap[]): Said[] {
  const paths = [...new Set(group.flatMap((g) => g.control.path ?? []))];
  return paths
    .map((path) => [...new Set(group.filter((g) => g.control.path === path).map((g) => g.control.id))])
    .filter((controls) => controls.length > 1)
    .map((controls) => say('tasks.supply-one-of', { controls }));
}

/** The form and its answers; where it is about several people, the same form for each of them. */
function waysToSupply(control: string, gaps: Gap[], isAll: boolean): Action[] {
  const people = gaps.flatMap((g) => g.person ?? []);
  const said = isAll ? say('tasks.gaps', { gaps: alike(gaps) }) : say('tasks.gaps-of', { control, gaps: alike(gaps) });
  const submit: ActionOf<'SubmitEvidence'> =
    people.length > 1
      ? { do: 'SubmitEvidence', with: { control }, ask: ['person', 'form'], say: said }
      : {
          do: 'SubmitEvidence',
          with: { control, ...(people[0] === undefined ? {} : { person: people[0] }) },
          ask: ['form'],
          say: said,
        };
  return [{ do: 'GetEvidenceForm', with: { control }, say: said }, submit];
}

/** What is missing, once for all people of whom the same is missing. */
function alike(gaps: Gap[]): Said[] {
  const same = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = canonicalJson(gap.missing);
    same.set(key, [...(same.get(key) ?? []), gap]);
  }
  return [...same.values()].map((group) => {
    const people = group.flatMap((g) => g.person ?? []);
    const missing = group[0]?.missing ?? [];
    return people.length === 0 ? say('tasks.gap', { missing }) : say('tasks.gap-for', { people, missing });
  });
}
