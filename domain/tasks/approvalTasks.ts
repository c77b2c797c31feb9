import type { Approval } from '../approvals/approval.js';
import { decidersNow } from '../approvals/eligible.js';
import { STAGES } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';
import { STAGE_WORDS } from './words.js';

function stageWords(subject: string): string {
  const stage = STAGES.find((s) => s === subject);
  return stage === undefined ? subject : STAGE_WORDS[stage];
}

/** What an approval is about, in words. */
export function approvalTitle(approval: Approval): string {
  switch (approval.kind) {
    case 'gate':
      return `the gate of ${stageWords(approval.subject)}`;
    case 'waiver':
      return `a waiver of ${approval.subject}`;
    case 'remedy':
      return `a remedy for ${approval.subject}`;
    case 'clearance':
      return `the clearance of ${approval.subject}`;
    case 'policy':
      return `going over to the policy ${approval.subject}`;
    default: {
      const never: never = approval.kind;
      return never;
    }
  }
}

function decideTask(state: CaseState, a: Approval, now: Instant): WantedTask {
  const [role] = a.deciders.map((d) => d.role);
  const asked =
    a.requesters.length === 0
      ? 'Everything it asks for is met.'
      : `Asked for or supplied by ${a.requesters.map(nameOf).join(', ')}, who therefore cannot decide it.`;
  return {
    id: `decide:${a.id}`,
    title: `Decide on ${approvalTitle(a)}`,
    assignees: decidersNow(state, a, now),
    role: a.escalatedTo ?? role ?? 'procurement',
    why: a.request === undefined ? asked : `${asked} Reason given: ${a.request.reason}`,
    how: [
      `Read what is decided: ${step(`case show ${state.caseId}`)}`,
      step(`decide ${state.caseId} ${a.id} approve --hash ${a.contentHash} --reason "…"`),
      'Or write reject, or return (with your questions as the reason), in place of approve.',
    ],
    due: a.due,
  };
}

function answerTask(state: CaseState, a: Approval, now: Instant): WantedTask {
  const id = `answer:${a.id}`;
  const people = a.requesters.filter((p) => p !== a.questions?.by);
  return {
    id,
    title: `Answer questions on ${approvalTitle(a)}`,
    assignees: people.length > 0 ? people : namedFor(state, 'procurement'),
    role: people.includes(state.intake.vendor.contact) ? 'vendor-contact' : 'procurement',
    why: a.questions?.text ?? 'It was returned with questions.',
    how: [step(`answer ${state.caseId} ${a.id} --text "…"`)],
    due: dueAfter(state, id, now),
  };
}

/** Approvals that wait for a decision, or for answers to questions. */
export const approvalTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.approvals).flatMap((a) => {
    if (a.status === 'asked') return [decideTask(state, a, now)];
    return a.status === 'returned' ? [answerTask(state, a, now)] : [];
  });
