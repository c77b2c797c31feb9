import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { knownPeople, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';

/** Why somebody may not take a paper over, whichever it is: known before the earlier ledger is looked at. */
export const mayNotReuse = (state: CaseState, actor: Actor) => unlessRole(state, actor, ['procurement', 'legal']);

/**
 * Takes a paper over that is in force in an earlier case: same text, same signatures, same window.
 *
 * 1. No signature is made here: each comes from the earlier ledger, whose entry the fact cites, and every signer must have one.
 * 2. A paper about a person serves the same person only; a person who signed must be known here.
 * 3. A paper that has ended, or has not begun, is not taken over.
 */
export function decideReuse(
  state: CaseState,
  { source, paper }: Extract<HumanCommand, { type: 'ReusePaper' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = mayNotReuse(state, actor);
  if (denied) return denied;
  const { id, person, signers, signatures, from, until } = paper;
  if (own(state.papers, id) !== undefined) return refuse('DuplicateId', say('papers.id-taken', { paper: id }));
  if (source.caseId === state.caseId) return refuse('PaperNotOpen', say('papers.same-case', { paper: source.paper }));
  const known = knownPeople(state);
  const unknown = [person, ...signers].find(
    (s) => s !== undefined && s !== 'client' && s !== 'vendor' && !known.includes(s),
  );
  if (unknown !== undefined) return refuse('UnknownPerson', say('people.unknown', { person: unknown }));
  const unsigned = signers.find((s) => !signatures.some((g) => g.by === s && (isParty(s) || g.personId === s)));
  if (unsigned !== undefined)
    return refuse('PaperNotOpen', say('papers.not-fully-signed', { paper: source.paper, signer: unsigned }));
  if (!notAfter(from, now) || (until !== undefined && notAfter(until, now)))
    return refuse('PaperNotOpen', say('papers.not-in-force', { paper: source.paper }));
  return record({ type: 'PaperReused', source, paper });
}

const isParty = (signer: string): boolean => signer === 'client' || signer === 'vendor';
