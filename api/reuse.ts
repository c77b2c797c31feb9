import type { HumanCommand } from '../domain/case/commands.js';
import { type Actor, sideOf } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Paper, PaperSource } from '../domain/papers/paper.js';
import { mayNotReuse } from '../domain/papers/reuse.js';
import { own } from '../domain/record.js';
import type { LedgerRow } from '../evidence/ledger.js';
import type { Store } from '../store/contract.js';
import { ledgerRows } from './ledgerExport.js';
import { Problem } from './problems.js';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** True for two cases of one vendor with one client, by their names. */
export const sameParties = (a: CaseState, b: CaseState): boolean =>
  same(a.intake.vendor.name, b.intake.vendor.name) && same(a.intake.client.name, b.intake.client.name);

/** The entry that brought a paper into force, the last one where there are several. */
async function entryInForce(store: Store, caseId: string, paper: Paper): Promise<LedgerRow | undefined> {
  let found: LedgerRow | undefined;
  for await (const row of ledgerRows(store, caseId))
    if (
      row.event.type === 'PaperCameIntoForce' &&
      row.event.paper === paper.id &&
      row.event.textHash === paper.textHash
    )
      found = row;
  return found;
}

/** A paper of which nothing was read: nobody has signed it, so that no case takes it over. */
const unread = (caseId: string, paper: string, id: string): HumanCommand => ({
  type: 'ReusePaper',
  source: { caseId, paper, seq: 0, hash: '' },
  paper: { id, kind: 'other', title: '', textHash: '', signers: ['client'], signatures: [], from: '' },
});

/**
 * The command that takes a paper over, read from the earlier case's ledger and from nothing that a sender wrote.
 * The whole chain is verified first, and that the stored state is its fold: so the signatures are those that were recorded.
 */
export async function reuseCommand(
  store: Store,
  { state, actor }: { state: CaseState; actor: Actor },
  { from, paper: id, as = id }: { from: string; paper: string; as?: string },
): Promise<HumanCommand> {
  // The vendor's people see their own case; another one does not exist for them.
  const earlier = sideOf(actor.role) === 'vendor' ? undefined : await store.cases.get(from);
  if (earlier === undefined)
    throw new Problem('CaseNotFound', 'The earlier case was not found, or you don’t have access to it.');
  if (!sameParties(earlier.state, state))
    throw new Problem('UnknownPaper', `Case ${from} is not between the same vendor and client.`);
  if (mayNotReuse(state, actor) !== undefined) return unread(from, id, as);
  const verified = await store.ledger.verify(from);
  if (!verified.ok || !verified.stateMatches)
    throw new Problem(
      'CaseQuarantined',
      `The ledger of case ${from} failed verification, so nothing can be reused from it.`,
    );
  const paper = own(earlier.state.papers, id);
  const entry = paper?.state === 'in-force' ? await entryInForce(store, from, paper) : undefined;
  if (paper === undefined || entry === undefined)
    throw new Problem('UnknownPaper', `Case ${from} has no document ${id} in force.`);
  const source: PaperSource = { caseId: from, paper: id, seq: entry.seq, hash: entry.hash };
  const { kind, title, textHash, person, signers, signatures, until } = paper;
  const taken = { id: as, kind, title, textHash, person, signers, signatures, from: paper.from, until };
  // Kept for this case too, however the decision falls: what no act names is swept.
  await store.documents.copy({ from, to: state.caseId, sha256: textHash, by: actor.personId });
  return { type: 'ReusePaper', source, paper: taken };
}
