import type { CaseEvent } from '../domain/case/events.js';
import { type Role, sideOf } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { CONTROLS } from '../domain/controls/index.js';
import { own } from '../domain/record.js';
import { hashesOf } from '../presentation/evidence/answers.js';
import type { Store, TokenIdentity } from '../store/contract.js';

/** Facts by which somebody names a file of theirs by its hash. */
const NAMING: readonly CaseEvent['type'][] = ['EvidenceSubmitted', 'IncidentStepRecorded'];

/** From the first instant that a case can have to the last one. */
export const ALWAYS = { from: '0000-01-01T00:00:00.000Z', through: '9999-12-31T23:59:59.999Z' };

function names(event: CaseEvent, sha256: string): boolean {
  if (event.type === 'IncidentStepRecorded') return event.hash === sha256;
  if (event.type !== 'EvidenceSubmitted') return false;
  const shape = own(CONTROLS, event.control)?.form;
  return shape ? hashesOf(shape, event.form).some(({ hash }) => hash === sha256) : false;
}

type Reader = Pick<TokenIdentity, 'personId'> & { role: Role };

/**
 * The file behind a hash that stands in evidence or in a step of an incident, of now or earlier.
 *
 * 1. The client's people read each: they decide on what it shows.
 * 2. The vendor's contact reads what somebody of the vendor has named and uploaded; an engineer what they have themselves.
 *    Who names a hash without having the bytes learns nothing: what others have uploaded is no answer.
 */
export async function namedFile({ ledger, documents }: Store, state: CaseState, reader: Reader, sha256: string) {
  const { caseId } = state;
  for await (const { actor, event } of ledger.population({ facts: NAMING, period: ALWAYS, caseId })) {
    if (!names(event, sha256)) continue;
    if (sideOf(reader.role) === 'client') return documents.get(caseId, sha256, actor.personId);
    const theirs =
      sideOf(actor.role) === 'vendor' && (reader.role !== 'engineer' || actor.personId === reader.personId);
    if (theirs && (await documents.has(caseId, sha256, actor.personId)))
      return documents.get(caseId, sha256, actor.personId);
  }
  return undefined;
}
