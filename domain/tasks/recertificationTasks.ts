import type { CaseState } from '../case/state.js';
import { certifiersOf, lesserProfiles, unansweredLeases } from '../recertification/round.js';
import { nameOf, step, type WantedTask } from './task.js';

/** Accesses of the running round that wait for their owner's answer (AR-1). */
export const recertificationTasks = (state: CaseState): WantedTask[] =>
  unansweredLeases(state).map(({ id, person, resource, permission }) => {
    const { role, people } = certifiersOf(state, person);
    const need = state.people[person]?.needs.find((n) => n.resource === resource);
    const [lesser] = lesserProfiles(state, need?.profile ?? '');
    const answer = (words: string): string =>
      step(`recertify ${state.caseId} ${person} ${resource} ${words} --reason "…"`);
    const due = state.recertification?.deadline;
    return {
      id: `recertify:${id}`,
      title: `Confirm, reduce or remove the access of ${nameOf(person)} to ${resource}`,
      assignees: people.filter((p) => p !== person),
      role,
      why: `It holds ${permission} there for this task: ${need?.task ?? 'none'}. What nobody confirms until the deadline is withdrawn (AR-1).`,
      how: [
        answer('confirm'),
        ...(lesser === undefined ? [] : [answer(`reduce --profile ${lesser}`)]),
        answer('remove'),
      ],
      ...(due === undefined ? {} : { due }),
    };
  });
