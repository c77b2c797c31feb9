import { type Hold, openHolds } from '../domain/audit/custody.js';
import { requireCase } from './cases.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';
import type { CustodyRow } from './custodyContract.js';
import { addEntry, alone, entriesAfter, entriesOn, recordedAs, verifyLog } from './custodyLog.js';
import { StoreError } from './errors.js';
import { casesCiting, mentions } from './mentions.js';
import { destroyKey } from './people.js';
import { policyList } from './policyList.js';
import { deleteReadsOf } from './reads.js';
import { keptCases } from './retention.js';

/** Legal holds, retention, erasure and the list of policies, with an append-only log of their own; the cases' ledgers are only read. */
export const custody = (db: Database): Store['custody'] => ({
  ...policyList(db),
  placeHold: (act, { caseId, reason }) =>
    alone(db, async (tx) => {
      await requireCase(tx, caseId);
      const fact = { type: 'LegalHoldPlaced', caseId, reason } as const;
      const known = await recordedAs(
        tx,
        act,
        (f) => f.type === fact.type && f.caseId === caseId && f.reason === reason,
      );
      return known ?? addEntry(tx, act, fact);
    }),

  releaseHold: (act, { caseId, hold, reason }) =>
    alone(db, async (tx) => {
      const isSame = (f: CustodyRow['fact']) =>
        f.type === 'LegalHoldReleased' && f.caseId === caseId && f.reason === reason && (!hold || f.hold === hold);
      const known = await recordedAs(tx, act, isSame);
      if (known !== undefined) return known;
      const meant = theOne(openHolds(await entriesOn(tx, [caseId])), hold);
      return addEntry(tx, act, { type: 'LegalHoldReleased', caseId, hold: meant.hold, reason });
    }),

  holds: async (caseIds) => openHolds(await entriesOn(db, caseIds)),
  log: ({ afterSeq, limit }) => entriesAfter(db, afterSeq, limit),
  verify: () => verifyLog(db),
  keptCases: async ({ only, cursor, limit }) => {
    const also = openHolds(await entriesOn(db)).map((hold) => hold.caseId);
    return keptCases(db, { also, only, cursor, limit });
  },
  mentions: (person, words) => mentions(db, person, words),
  casesCiting: (textHash) => casesCiting(db, textHash),

  erase: (act, { caseIds, ...erasure }) =>
    alone(db, async (tx) => {
      const known = await recordedAs(tx, act, (f) => f.type === 'PersonErased' && f.person === erasure.person);
      if (known !== undefined) return known;
      // Looked at again under the lock: a hold that was placed a moment ago counts.
      const [hold] = openHolds(await entriesOn(tx, caseIds));
      if (hold !== undefined)
        throw new StoreError('LegalHold', `Case ${hold.caseId} is under legal hold ${hold.hold}.`);
      const keyDestroyed = await destroyKey(tx, erasure.person, act.at);
      await deleteReadsOf(tx, erasure.person);
      if (erasure.textsDeleted.length > 0)
        await tx.deleteFrom('documents').where('sha256', 'in', erasure.textsDeleted).execute();
      return addEntry(tx, act, { type: 'PersonErased', keyDestroyed, ...erasure });
    }),
});

function theOne(holds: Hold[], wanted: string | undefined): Hold {
  const [first, ...more] = wanted === undefined ? holds : holds.filter((one) => one.hold === wanted);
  if (first === undefined)
    throw new StoreError(
      'UnknownHold',
      wanted ? `Legal hold ${wanted} not found on this case.` : 'This case has no legal hold.',
    );
  if (more.length > 0)
    throw new StoreError(
      'Malformed',
      `This case has several legal holds. Name one of: ${holds.map((h) => h.hold).join(', ')}.`,
    );
  return first;
}
