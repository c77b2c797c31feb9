import { readState, type StateColumns } from '../evidence/fold.js';
import type { Head } from '../evidence/ledger.js';
import { listAccess } from './accessList.js';
import { listCases } from './caseList.js';
import type { Database, Tx } from './connect.js';
import type { Store } from './contract.js';
import { StoreError } from './errors.js';
import { papersQuery, searchPeople, vendorsQuery } from './search.js';
import type { Keyring } from './secrets.js';
import { listTasks } from './taskList.js';
import { casesOfVendor, listVendors, tally } from './vendors.js';

/** Cases by id and as lists. */
export const cases = (db: Database, keys: Keyring): Store['cases'] => ({
  get: (caseId) => storedCase(db, caseId),
  list: (filter, page) => listCases(db, filter, page),
  vendors: (page) => listVendors(db, page),
  ofVendor: (vendor) => casesOfVendor(db, vendor),
  tally: (caseIds, facts) => tally(db, caseIds, facts),
  tasks: (filter, page) => listTasks(db, filter, page),
  access: (filter, page) => listAccess(db, filter, page),
  async search(part, { caseIds, onlyCaseId, limit }) {
    const [vendors, papers, people] = await Promise.all([
      vendorsQuery(part, limit, onlyCaseId).execute(db),
      papersQuery(part, limit, onlyCaseId).execute(db),
      searchPeople(db, keys, part, { caseIds, caseId: onlyCaseId, limit }),
    ]);
    return { vendors: vendors.rows, papers: papers.rows, people };
  },
});

/** A case with its state; throws `CaseQuarantined` when the stored state is not what was hashed. */
export async function storedCase(db: Database | Tx, caseId: string) {
  const row = await caseHead(db, caseId);
  if (row === undefined) return undefined;
  const state = readState(caseId, row);
  if (state === undefined || row.state_hash === null)
    throw new StoreError('CaseQuarantined', 'The stored state of the case does not match its hash.');
  return { state, stateHash: row.state_hash, head: row.head };
}

/** A case's head and stored state; undefined before its first entry. */
export async function caseHead(
  db: Database | Tx,
  caseId: string,
): Promise<(StateColumns & { head: Head }) | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('case_id', '=', caseId).executeTakeFirst();
  if (row === undefined || row.head_seq === 0) return undefined;
  const { head_seq, head_hash, state, state_hash, plan } = row;
  return { head: { seq: head_seq, hash: head_hash }, state, state_hash, plan };
}

/** {@link caseHead}, or `CaseNotFound`. */
export async function requireCase(db: Database | Tx, caseId: string) {
  const found = await caseHead(db, caseId);
  if (found === undefined) throw new StoreError('CaseNotFound', 'Case not found, or you don’t have access to it.');
  return found;
}
