import type { CaseEvent } from '../../../domain/case/events.js';
import type { Actor } from '../../../domain/case/roles.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { contentHash } from '../../../domain/hash.js';
import type { Head } from '../../../evidence/ledger.js';
import type { AppendAnswer, AppendInput, Store } from '../../../store/contract.js';

export const AT = '2026-09-01T08:00:00.000Z';
export const ACTOR: Actor = { personId: 'p-actor', role: 'procurement' };
export const START: Head = { seq: 0, hash: '' };

/** The first fact of a case, as small as it can be. */
export function caseOpened(title = 'A vendor for the model team', vendor = 'Acme Labs'): CaseEvent {
  const { intake, plan, calendars } = initialState('');
  return {
    type: 'CaseOpened',
    intake: { ...intake, title, vendor: { ...intake.vendor, name: vendor } },
    plan,
    calendars,
  };
}

/** A fact that changes little. */
export const refused = (what: string): CaseEvent => ({
  type: 'DecisionRefused',
  code: 'NotYourRole',
  said: { code: 'approvals.already-decided', approval: what },
  command: 'Decide',
});

/** A task in somebody's hands. */
export const taskOpened = (id: string, assignees: string[], due?: string): CaseEvent => ({
  type: 'TaskOpened',
  task: { id, what: { code: 'tasks.of-policy', policy: id }, assignees, role: 'legal', ...(due && { due }) },
});

/** The input of an append of these events, with an outcome that fits. */
export const appending = (
  caseId: string,
  commandId: string,
  expected: Head,
  events: CaseEvent[],
  more: Partial<AppendInput> = {},
): AppendInput => ({
  caseId,
  runId: 'run-1',
  expected,
  commandId,
  requestHash: contentHash({ commandId }),
  at: AT,
  entries: events.map((event) => ({ actor: ACTOR, event })),
  outcome: {
    status: 'recorded',
    events: (more.entries?.map(({ event }) => event) ?? events).map(({ type }) => type),
    notes: [],
  },
  ...more,
});

/** Appends and insists on it. */
export async function append(store: Store, input: AppendInput): Promise<Extract<AppendAnswer, { status: 'appended' }>> {
  const answer = await store.ledger.appendEntries(input);
  if (answer.status !== 'appended') throw new Error(`Not appended but ${answer.status}.`);
  return answer;
}

/** A case with this many entries, two a command after the first; answers its head. */
export async function caseOf(store: Store, caseId: string, entries: number): Promise<Head> {
  let { head } = await append(store, appending(caseId, 'open', START, [caseOpened()]));
  while (head.seq < entries) {
    const events = [refused(`no ${head.seq}`), refused(`no ${head.seq + 1}`)].slice(0, entries - head.seq);
    head = (await append(store, appending(caseId, `c-${head.seq}`, head, events))).head;
  }
  return head;
}
