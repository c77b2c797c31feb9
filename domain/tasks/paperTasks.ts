import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { roleOf } from '../controls/sides.js';
import type { Paper, Signatory } from '../papers/paper.js';
import { waitsForLogin } from '../people/decide.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

function signersPeople(state: CaseState, by: Signatory): { role: Role; people: PersonId[] } {
  if (by === 'vendor') return { role: 'vendor-contact', people: namedFor(state, 'vendor-contact') };
  const [first = 'procurement'] = state.plan.clientSignatories;
  if (by === 'client') return { role: first, people: state.plan.clientSignatories.flatMap((r) => namedFor(state, r)) };
  if (state.people[by] !== undefined) return { role: 'engineer', people: [by] };
  return { role: namedFor(state, 'vendor-contact').includes(by) ? 'vendor-contact' : roleOf(state, by), people: [by] };
}

function signatureTasks(state: CaseState, paper: Paper, now: Instant): WantedTask[] {
  if (paper.state !== 'sent') return [];
  const open = paper.signers.filter((s) => !paper.signatures.some((x) => x.by === s));
  return open.map((by) => {
    const id = `sign:${paper.id}:${by}`;
    const { role, people } = signersPeople(state, by);
    return {
      id,
      what: say('tasks.sign', { kind: paper.kind, title: paper.title }),
      assignees: [...new Set(people)],
      role,
      why: [
        paper.person === undefined
          ? say('tasks.sign-what', { kind: paper.kind })
          : say('tasks.sign-what-of', { kind: paper.kind, person: paper.person }),
        say(paper.kind === 'contributor-assignment' ? 'tasks.sign-assignment' : 'tasks.sign-all'),
      ],
      actions: [
        { do: 'ReadPaper', with: { paper: paper.id }, say: say('tasks.sign-read') },
        { do: 'SignPaper', with: { paper: paper.id }, ask: ['textHash'], say: say('tasks.sign-how') },
      ],
      due: dueAfter(state, id, now),
    };
  });
}

/** Papers that wait for a signature. */
export const paperTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.papers).flatMap((p) => signatureTasks(state, p, now));

/** People who wait to be accepted (PP-1). */
export const peopleTasks = (state: CaseState, now: Instant): WantedTask[] =>
  state.stagesDone.evaluate === undefined
    ? []
    : Object.values(state.people)
        .filter((p) => p.status === 'proposed' || waitsForLogin(p))
        .map((p): WantedTask => {
          const id = `accept:${p.id}`;
          return {
            id,
            what: say('tasks.accept', { person: p.id }),
            assignees: namedFor(state, 'engineering-manager').filter(
              (m) => ![p.proposedBy, p.correctedBy, ...(p.addressBy ?? [])].includes(m),
            ),
            role: 'engineering-manager',
            why: [
              ...(waitsForLogin(p) ? [say('tasks.accept-login')] : []),
              say('tasks.accept-who', { job: p.jobRole, employer: p.employer, country: p.country }),
            ],
            actions: (['AcceptPerson', 'RejectPerson'] as const).map((act) => ({
              do: act,
              with: { person: p.id },
              ask: ['reason'],
              say: say('tasks.accept-how'),
            })),
            due: dueAfter(state, id, now),
          };
        });
