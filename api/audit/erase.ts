import type { PersonId } from '../../domain/case/roles.js';
import { namesOfAccounts } from '../../domain/people/accounts.js';
import { whyActive } from '../../domain/people/active.js';
import { type Instant, toMs } from '../../domain/time.js';
import { wordsOf } from '../../presentation/words/words.js';
import type { PersonRecord, Store } from '../../store/contract.js';
import type { CustodyAct, CustodyRow, Mention } from '../../store/custodyContract.js';
import { Problem } from '../problems.js';

/** Why what is kept may be kept, by what it is. */
export const GROUNDS = {
  'by-id':
    'GDPR Art. 17(3)(e) and (b): the entry proves who decided and signed what, for legal claims and for the duty to show compliance (Art. 5(2)); it holds the id alone, and nobody can tell any more whose it is.',
  'in-text':
    'GDPR Art. 17(3)(e): somebody wrote the name into a reason; the entry is part of a chain that proves the case and cannot be changed.',
  text: 'GDPR Art. 17(3)(e): the text is the proof of the rights assigned and duties taken over; it stays encrypted until no case has to be kept for it.',
} as const;

/** Shorter names and accounts would be found inside other words. */
const WORD_LEAST = 4;

/** A text about the person: the cases that cite it, and until when the last of them is kept; undefined while one is not closed. */
type TextAbout = { textHash: string; caseIds: string[]; keptUntil?: Instant; due: boolean };

export type Erased = { entry: CustodyRow; kept: { entries: Mention[]; texts: TextAbout[] } };

/** Erases a person after everything that stands against it was looked at; the refusal is the first that is found. */
export async function erasePerson(
  store: Store,
  act: CustodyAct,
  { person, reason }: { person: PersonId; reason: string },
): Promise<Erased> {
  const found = await store.people.find(person);
  if (found === undefined) throw new Problem('UnknownPerson', 'No person has this id.');
  const told = await store.people.told({ personId: person });
  const words = found === 'erased' ? [] : [...new Set([found, ...told].flatMap(traces))];
  if (words.some((word) => reason.toLowerCase().includes(word.toLowerCase())))
    throw new Problem('Malformed', 'The body: `reason` must not name the person, because it stays in the log.', {
      faults: [{ path: 'reason', message: 'must not name the person' }],
    });
  const entries: Mention[] = [];
  for await (const mention of store.custody.mentions(person, words)) entries.push(mention);
  const caseIds = [...new Set(entries.map((entry) => entry.caseId))];
  const hashes = await textsAbout(store, person, caseIds);
  await refuseWhileHeld(store, caseIds);
  const texts = await Promise.all(hashes.map((textHash) => textOf(store, textHash, act.at)));
  const deleted = texts.filter((text) => text.due).map((text) => text.textHash);
  const kept = texts.filter((text) => !text.due);
  const textsKept = kept.map((text) => text.textHash);
  const erasure = { person, reason, caseIds, entriesKept: entries.length, textsDeleted: deleted, textsKept };
  return { entry: await store.custody.erase(act, erasure), kept: { entries, texts: kept } };
}

const traces = ({ name, email, accounts }: PersonRecord): string[] =>
  [name, email, ...Object.values(namesOfAccounts(accounts))]
    .map((word) => word.trim())
    .filter((word) => word.length >= WORD_LEAST);

/** Hashes of the papers that are about the person; refuses when one of the cases still needs them. */
async function textsAbout(store: Store, person: PersonId, caseIds: string[]): Promise<string[]> {
  const hashes = new Set<string>();
  for (const caseId of caseIds) {
    const found = await store.cases.get(caseId);
    if (found === undefined) continue;
    const why = whyActive(found.state, person);
    if (why !== undefined)
      throw new Problem(
        'PersonActive',
        `Case ${caseId} is ${found.state.status} and still needs the person. ${wordsOf(why)}`,
      );
    for (const paper of Object.values(found.state.papers)) if (paper.person === person) hashes.add(paper.textHash);
  }
  return [...hashes].sort();
}

async function refuseWhileHeld(store: Store, caseIds: string[]): Promise<void> {
  const [hold] = await store.custody.holds(caseIds);
  if (hold !== undefined)
    throw new Problem(
      'LegalHold',
      `Case ${hold.caseId} names the person and is under legal hold ${hold.hold}. Release the hold first.`,
    );
}

/** A text goes once every case that cites it is closed, past its years and under no hold. */
async function textOf(store: Store, textHash: string, now: Instant): Promise<TextAbout> {
  const caseIds = await store.custody.casesCiting(textHash);
  const { rows } = await store.custody.keptCases({ only: caseIds, limit: caseIds.length });
  const ends = rows.flatMap((row) => (row.keptUntil === undefined ? [] : [row.keptUntil])).sort();
  const last = ends.length === caseIds.length ? ends.at(-1) : undefined;
  const held = (await store.custody.holds(caseIds)).length > 0;
  const due = last !== undefined && !held && toMs(last) <= toMs(now);
  return { textHash, caseIds, due, ...(last !== undefined && { keptUntil: last }) };
}
