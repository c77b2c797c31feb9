import type { PlannedControl } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { dutyOf } from '../clocks/duty.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, subjectsOf, verdictOnPath } from '../controls/judge.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';

/** One control, for one subject, that somebody has to supply. */
type Gap = { control: PlannedControl; person?: PersonId; turn: Role; missing: string[]; due?: Instant };

const needsSupply = (control: PlannedControl): boolean =>
  control.applies &&
  ['gate', 'track', 'checkpoint'].includes(control.binding.kind) &&
  CONTROLS[control.id]?.form !== null;

function gapsOf(state: CaseState, control: PlannedControl, now: Instant): Gap[] {
  const duty = dutyOf(state, control);
  if (duty.phase === 'waiting') return [];
  return subjectsOf(state, control.id).flatMap((person): Gap[] => {
    const found = assessNow(state, control.id, now, person);
    if (found === undefined || found.status === 'met' || verdictOnPath(state, control, now, person).holds) return [];
    const missing = found.status === 'refused' ? found.reasons : found.missing;
    return [
      {
        control,
        ...(person === undefined ? {} : { person }),
        turn: found.turn,
        missing,
        ...(duty.due === undefined ? {} : { due: duty.due }),
      },
    ];
  });
}

const idOf = (gap: Gap): string =>
  gap.due === undefined ? `supply:${gap.control.stage}:${gap.turn}` : `item:${gap.control.id}`;

/** What has to be supplied, gathered by stage and role; a control with a day of its own is a task of its own. */
export function supplyTasks(state: CaseState, now: Instant): WantedTask[] {
  const gaps = Object.values(state.plan.controls)
    .filter(needsSupply)
    .flatMap((c) => gapsOf(state, c, now));
  const byTask = new Map<string, Gap[]>();
  for (const gap of gaps) byTask.set(idOf(gap), [...(byTask.get(idOf(gap)) ?? []), gap]);
  return [...byTask].map(([id, group]) => asTask(state, id, group, now));
}

function asTask(state: CaseState, id: string, group: Gap[], now: Instant): WantedTask {
  const [first] = group;
  const role = first?.turn ?? 'procurement';
  const ids = [...new Set(group.map((g) => g.control.id))];
  const titles = ids.map((c) => `${c} ${CONTROLS[c]?.title ?? ''}`.trim());
  const people =
    role === 'engineer' ? group.flatMap((g) => (g.person === undefined ? [] : [g.person])) : namedFor(state, role);
  return {
    id,
    title:
      first?.due === undefined
        ? `Supply for ${first?.control.stage ?? ''}: ${ids.join(', ')}`
        : `Supply ${titles.join(', ')}`,
    assignees: [...new Set(people)],
    role,
    why: group
      .map((g) => `${g.control.id}${g.person === undefined ? '' : ` for ${nameOf(g.person)}`}: ${g.missing.join('; ')}`)
      .join(' · '),
    how: ids.map((c) => {
      const person = group.find((g) => g.control.id === c)?.person;
      return `${titles[ids.indexOf(c)] ?? c}: ${step(`submit ${state.caseId} ${c} --form ${c}.yaml${person === undefined ? '' : ' --person PERSON'}`)}`;
    }),
    due: first?.due ?? dueAfter(state, id, now),
  };
}
