import type { LedgerRow } from '../../evidence/ledger.js';
import type { LocalGithub } from '../../sandbox/github/github.js';
import type { Mailbox } from '../../sandbox/mail/mailbox.js';
import type { Store } from '../../store/contract.js';
import type { Acknowledged, Log } from './crew.js';
import type { Onboarding } from './onboarding.js';

/** What is judged: what was sent, and everything outside that can be looked at. */
export type Evidence = {
  log: Log;
  cases: Onboarding[];
  store: Store;
  github: LocalGithub;
  mailbox: Mailbox;
};

/** Faults found, one sentence each, and how much was looked at. */
export type Judgement = { faults: string[]; counts: Record<string, number> };

const PAGE = 500;

/** Reads all of a case's ledger. */
async function ledgerOf(store: Store, caseId: string): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (;;) {
    const page = await store.ledger.readEntries(caseId, { afterSeq: rows.length, limit: PAGE });
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** Judges every case by its ledger, by the provider and by the mailbox; nothing of it asks the rules that decided. */
export async function judge(evidence: Evidence): Promise<Judgement> {
  const faults: string[] = [];
  const counts = { 'ledger rows': 0, runs: 0, 'letters accepted': 0, 'mails delivered twice': 0, 'accesses opened': 0 };
  const mails = new Map(evidence.mailbox.list().map((mail) => [mail.messageId, mail.copies]));
  for (const played of evidence.cases) {
    const { caseId } = played;
    const rows = await ledgerOf(evidence.store, caseId);
    const mine = evidence.log.acknowledged.filter((one) => one.caseId === caseId);
    const letters = rows.flatMap(({ event }) => (event.type === 'LetterAccepted' ? [event.messageId] : []));
    const opened = openingsOf(evidence.github, played.repository);
    const found = [
      ...commandFaults(rows, mine),
      ...(await chainFaults(evidence.store, caseId)),
      ...(await accessFaults(evidence.github, played)),
      ...(await openingFaults(evidence.store, rows, mine, opened)),
      ...letterFaults(letters, mails),
    ];
    faults.push(...found.map((fault) => `${caseId} (${played.course}): ${fault}`));
    counts['ledger rows'] += rows.length;
    counts.runs += new Set(rows.map(({ runId }) => runId)).size;
    counts['letters accepted'] += letters.length;
    counts['accesses opened'] += opened.length;
  }
  counts['mails delivered twice'] = [...mails.values()].filter((copies) => copies > 1).length;
  return { faults, counts };
}

/** Every acknowledged command stands in the ledger once, where its receipt says, and nothing else that people did does. */
function commandFaults(rows: LedgerRow[], acknowledged: Acknowledged[]): string[] {
  const sent = new Set(acknowledged.map(({ key }) => key));
  const strange = rows.filter(({ actor, commandId }) => actor.role !== 'system' && !sent.has(commandId));
  return [
    ...strange.map(({ seq, event }) => `entry ${seq} (${event.type}) is of a command that nobody acknowledged`),
    ...acknowledged.flatMap(({ key, name, seq, hash }) => {
      const own = rows.filter(({ commandId }) => commandId === key);
      const last = own.at(-1);
      if (last === undefined) return [`${name} was acknowledged and is not in the ledger`];
      const inOnePiece = own.every((row, i) => row.seq === (own[0]?.seq ?? 0) + i);
      if (!inOnePiece) return [`${name} stands in the ledger more than once`];
      return last.seq === seq && last.hash === hash ? [] : [`the receipt of ${name} names another entry`];
    }),
  ];
}

async function chainFaults(store: Store, caseId: string): Promise<string[]> {
  const answer = await store.ledger.verify(caseId);
  if (!answer.ok) return [`the chain is broken at ${answer.brokenSeq}: ${answer.message}`];
  return answer.stateMatches ? [] : ['the stored state is not the fold of the ledger'];
}

async function accessFaults(github: LocalGithub, { repository, mayHold }: Onboarding): Promise<string[]> {
  const hold = (await github.collaborators(repository)).map(({ login }) => login).sort();
  const may = [...mayHold].sort();
  return hold.join() === may.join()
    ? []
    : [`${may.join() || 'nobody'} may hold access, ${hold.join() || 'nobody'} does`];
}

type Opening = { account: string; at: number };

function openingsOf(github: LocalGithub, repository: string): Opening[] {
  const path = `/repositories/${github.repositoryId(repository)}/collaborators/`;
  return github
    .requests()
    .filter((request) => request.method === 'PUT' && request.path.startsWith(path))
    .map((request) => ({ account: request.path.slice(path.length), at: Date.parse(request.at) }));
}

/**
 * Whenever access was opened, the last word on the record about it was a grant.
 *
 * A grant counts from the beginning of its transaction, an end from its acknowledgement: between the two an opening in flight is waited for.
 */
async function openingFaults(
  store: Store,
  rows: LedgerRow[],
  acknowledged: Acknowledged[],
  opened: Opening[],
): Promise<string[]> {
  const words: { account: string | undefined; at: number; word: string }[] = [];
  for (const { caseId, event, recordedAt, commandId } of rows) {
    if (event.type !== 'AccessGranted' && event.type !== 'AccessEnded') continue;
    const person = await store.people.find(event.lease.split('/')[0] ?? '', caseId);
    const account = person === 'erased' ? undefined : person?.accounts?.github?.name;
    const told = event.type === 'AccessEnded' ? acknowledged.find(({ key }) => key === commandId)?.atMs : undefined;
    words.push({ account, at: told ?? Date.parse(recordedAt), word: event.type });
  }
  return opened.flatMap(({ account, at }) => {
    const last = words.filter((word) => word.account === account && word.at <= at).at(-1);
    return last?.word === 'AccessGranted' ? [] : [`access of ${account} was opened after ${last?.word ?? 'nothing'}`];
  });
}

/** A letter that is accepted on the record has arrived, and no two are one message. */
function letterFaults(letters: string[], mails: Map<string, number>): string[] {
  const missing = letters.filter((id) => !mails.has(id.replace(/^<|>$/g, '')));
  const twice = letters.length - new Set(letters).size;
  return [
    ...missing.map((id) => `the letter ${id} is accepted on the record and has not arrived`),
    ...(twice > 0 ? [`${twice} letters were accepted twice`] : []),
  ];
}
