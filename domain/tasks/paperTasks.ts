import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import type { Paper, Signatory } from '../papers/paper.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';
import { PAPER_WORDS } from './words.js';

function signersPeople(state: CaseState, by: Signatory): { role: Role; people: PersonId[] } {
  if (by === 'vendor') return { role: 'vendor-contact', people: namedFor(state, 'vendor-contact') };
  const [first = 'procurement'] = state.plan.clientSignatories;
  if (by === 'client') return { role: first, people: state.plan.clientSignatories.flatMap((r) => namedFor(state, r)) };
  if (state.people[by] !== undefined) return { role: 'engineer', people: [by] };
  return { role: by === state.intake.vendor.contact ? 'vendor-contact' : first, people: [by] };
}

function signatureTasks(state: CaseState, paper: Paper, now: Instant): WantedTask[] {
  if (paper.state !== 'sent') return [];
  const open = paper.signers.filter((s) => !paper.signatures.some((x) => x.by === s));
  return open.map((by) => {
    const id = `sign:${paper.id}:${by}`;
    const { role, people } = signersPeople(state, by);
    return {
      id,
      title: `Sign: ${paper.title}`,
      assignees: [...new Set(people)],
      role,
      why:
        paper.kind === 'contributor-assignment'
          ? 'Nobody reaches a repository before their own assignment is in force (IP-2).'
          : `${PAPER_WORDS[paper.kind]} carries weight only once every signer has signed.`,
      how: [
        `Read the registered text: ${step(`read ${state.caseId} ${paper.id} --out FILE`)}`,
        `Sign what you have read: ${step(`sign ${state.caseId} ${paper.id} --file FILE`)}`,
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
        .filter((p) => p.status === 'proposed')
        .map((p) => {
          const id = `accept:${p.id}`;
          return {
            id,
            title: `Accept or reject ${nameOf(p.id)}, ${p.jobRole}`,
            assignees: namedFor(state, 'engineering-manager').filter((m) => m !== p.proposedBy),
            role: 'engineering-manager' as const,
            why: `${p.employer} proposes them from ${p.country}; nobody starts before the engineering manager has accepted them (PP-1).`,
            how: [`${step(`people accept ${state.caseId} ${p.id} --reason "…"`)}, or the same with reject`],
            due: dueAfter(state, id, now),
          };
        });
