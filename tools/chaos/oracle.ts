import type { Store } from '../../store/contract.js';
import { type AccessEvidence, judgeAccess } from './accessOracle.js';
import type { Committed } from './entitled.js';
import { groupBy } from './groupBy.js';
import type { Delivered } from './mail.js';
import { repositoryOf } from './policy.js';
import type { Sent, Traffic } from './sender.js';
import { judgeTrail } from './trail.js';

/** Everything that is judged: what was asked and answered, what is on the record, and what the world outside has seen. */
export type Evidence = AccessEvidence & {
  traffic: Traffic;
  rows: Committed[];
  deliveries: Delivered[];
  store: { ledger: Pick<Store['ledger'], 'verify'>; commands: Pick<Store['commands'], 'find'> };
  /** Processes that ended by themselves, and not as planned, with a sentence. */
  ends: string[];
  /** Cases that did not come to rest in time, with what they wait for. */
  unsettled: Map<string, string>;
};

/** A sentence for each thing that is not as it has to be, by the kind of fault. */
export type Faults = Record<string, string[]>;

/** Judges a run that has come to rest. */
export async function judge(evidence: Evidence): Promise<Faults> {
  const faults: Faults = {};
  const find = (kind: string, what: string) => {
    faults[kind] ??= [];
    faults[kind].push(what);
  };
  for (const what of evidence.traffic.unexpected) find('an answer that nobody expected', what);
  for (const what of evidence.traffic.internal) find('an internal error of the API', what);
  for (const what of evidence.ends) find('a process that ended by itself', what);
  for (const [caseId, why] of evidence.unsettled) find('a case that is stuck', `${caseId}: ${why}`);
  const byCase = groupBy(evidence.rows, ({ caseId }) => caseId);
  for (const sent of evidence.traffic.sent) await judgeCommand(sent, byCase.get(sent.caseId) ?? [], evidence, find);
  for (const [number, { caseId }] of evidence.traffic.cases) {
    const rows = byCase.get(caseId) ?? [];
    judgeDoubles(caseId, rows, find);
    const verified = await evidence.store.ledger.verify(caseId);
    if (!verified.ok) find('a chain that does not verify', `${caseId} at ${verified.brokenSeq}`);
    else if (!verified.stateMatches) find('a state that is not the fold', caseId);
    await judgeAccess(repositoryOf(number), rows, evidence, find);
    // What is still on its way is said already.
    if (evidence.unsettled.has(caseId)) continue;
    judgeTrail(repositoryOf(number), rows, evidence, find);
    judgeLetters(caseId, rows, find);
  }
  judgeMail(evidence, find);
  return faults;
}

type Find = (kind: string, what: string) => void;

async function judgeCommand(sent: Sent, rows: Committed[], { store }: Evidence, find: Find): Promise<void> {
  const { caseId, commandId, receipt, act } = sent;
  const own = rows.filter((row) => row.commandId.split('~')[0] === commandId);
  const last = own.at(-1);
  const stored = (await store.commands.find(caseId, commandId))?.outcome;
  if (receipt !== undefined && last?.seq !== receipt.seq)
    find('an acknowledged command that is not in the ledger as its receipt says', `${caseId} ${act} ${commandId}`);
  const known = stored !== undefined && 'receipt' in stored && stored.receipt?.seq === last?.seq;
  if (last !== undefined && !known)
    find('a command whose outcome is not kept with its entries', `${caseId} ${commandId}`);
  if (last === undefined && stored?.status === 'recorded') find('an outcome without entries', `${caseId} ${commandId}`);
  const [first] = own;
  if (first !== undefined && last !== undefined && last.seq - first.seq + 1 !== own.length)
    find('a command whose entries are apart', `${caseId} ${commandId}`);
}

/** The same command, effect or tick of the clock, recorded under two ids or by two commits. */
function judgeDoubles(caseId: string, rows: Committed[], find: Find): void {
  const commits = new Map<string, Set<string>>();
  for (const { commandId, committedAt } of rows) {
    const [base = ''] = commandId.split('~');
    const seen = commits.get(base) ?? new Set();
    commits.set(base, seen.add(`${commandId} ${committedAt}`));
  }
  for (const [base, seen] of commits) if (seen.size > 1) find('a command recorded more than once', `${caseId} ${base}`);
}

/** Every letter is accepted in the end: no fault of these runs makes it right to give one up. */
function judgeLetters(caseId: string, rows: Committed[], find: Find): void {
  const accepted = new Set(rows.flatMap(({ event }) => (event.type === 'LetterAccepted' ? [event.letterId] : [])));
  for (const { event } of rows) {
    if (event.type === 'LetterFailed' && event.nextAttemptAt === undefined)
      find('a letter given up for good', `${caseId} ${event.letterId}: ${event.code}`);
    if (event.type === 'LetterQueued' && !accepted.has(event.letterId))
      find('a letter that was never accepted', `${caseId} ${event.letterId}`);
  }
}

function judgeMail({ rows, deliveries }: Evidence, find: Find): void {
  const byMessage = groupBy(deliveries, ({ messageId }) => messageId);
  const letters = new Map<string, string>();
  for (const { event, caseId } of rows) {
    if (event.type === 'LetterAccepted') letters.set(event.messageId, `${caseId} ${event.letterId}`);
  }
  for (const [messageId, letter] of letters) if (!byMessage.has(messageId)) find('a letter that never arrived', letter);
  for (const [messageId, copies] of byMessage) {
    if (!letters.has(messageId)) find('a letter that arrived and is not on the record', messageId);
    // The first copy to arrive may be the second that was sent: at most one is without the mark.
    if (copies.filter(({ resend }) => !resend).length > 1) find('a letter doubled without a word', messageId);
  }
}

/** Letters that arrived more than once, each marked as a resend: the doubt that SMTP leaves. */
export const ambiguousDoubles = (deliveries: Delivered[]): number =>
  deliveries.length - new Set(deliveries.map(({ messageId }) => messageId)).size;
