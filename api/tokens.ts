import type { IssueToken } from '../contract/tokens.js';
import { type Actor, CLIENT_ROLES, type PersonId } from '../domain/case/roles.js';
import { namedFor } from '../domain/people/named.js';
import { DAY_MS, earliest, type Instant, plusMs } from '../domain/time.js';
import type { NewToken } from '../store/contract.js';
import { sameText } from './logins.js';
import { personIdsIn, withNamesOf } from './names.js';
import type { ApiParts, SendCode } from './parts.js';
import { peopleOf } from './people.js';
import { Problem } from './problems.js';

const fault = (path: string, message: string): Problem =>
  new Problem('Malformed', `The body: \`${path}\` ${message}.`, { faults: [{ path, message }] });

async function byAddress({ store }: ApiParts, email: string, name: string | undefined): Promise<PersonId> {
  const known = await store.people.findByEmail(email);
  if (known !== undefined) return known.personId;
  if (name === undefined) throw fault('name', 'is needed: nobody is known by this address yet');
  return store.people.ensure({ name, email });
}

async function byCase({ store }: ApiParts, caseId: string, { role, person, email }: IssueToken): Promise<PersonId> {
  const found = await store.cases.get(caseId);
  if (found === undefined) throw new Problem('CaseNotFound');
  const named = namedFor(found.state, role);
  const wanted = person ?? email;
  const id = wanted === undefined ? named[0] : await peopleOf(store, found.state)(wanted, 'person');
  if (id === undefined) throw new Problem('UnknownPerson', `This case names nobody as ${role}.`);
  if (!named.includes(id)) throw new Problem('UnknownPerson', `This case does not name "${wanted}" as ${role}.`);
  return id;
}

/** How long a code waits to be claimed, days. */
const CLAIM_DAYS = 3;

/**
 * Issues a token; those of the vendor’s people reach one case only. It is nobody's until its person has claimed it with a
 * code that is sent to their address alone: leave to act as somebody is never in the hands of whoever issues it.
 */
export async function issueToken(parts: ApiParts, request: IssueToken, by: Actor) {
  const { role, email, name, caseId, expiresInDays } = request;
  const vendorSide = role === 'vendor-contact' || role === 'engineer';
  if (vendorSide && caseId === undefined) throw fault('caseId', `is needed for the role ${role}`);
  if (email === undefined && caseId === undefined) throw fault('email', 'or `caseId` is needed');
  if (email !== undefined) requireClientDomain(parts, role, email);
  if (role === 'operator' && email === undefined) throw fault('email', 'is needed: no case names operators');
  const personId =
    caseId === undefined || (email !== undefined && !vendorSide)
      ? await byAddress(parts, email ?? '', name)
      : await byCase(parts, caseId, request);
  const expiresAt = plusMs(parts.clock(), expiresInDays * DAY_MS);
  if (personId === by.personId && role !== by.role)
    throw new Problem('Forbidden', 'Nobody issues themselves a token for another role.');
  const bound = vendorSide ? { caseId } : {};
  const wanted = { by, personId, role, ...bound, expiresAt, label: role };
  const told = { personId, role, ...bound, expiresAt };
  const { store, tokenDelivery: delivery } = parts;
  if (delivery.to === 'whoever-asks') {
    const withoutClaim = 'Issued on one machine for whoever works at it.';
    return { ...(await store.tokens.issue({ ...wanted, withoutClaim })), ...told };
  }
  await requireOneAddress(parts, role, personId, caseId);
  const claimUntil = earliest([expiresAt, plusMs(parts.clock(), CLAIM_DAYS * DAY_MS)]) ?? expiresAt;
  const { code, tokenId } = await store.tokens.offer({ ...wanted, claimUntil });
  const failure = await sendCode(parts, delivery.send, { ...wanted, caseId, tokenId, code, claimUntil });
  await store.tokens.told({ tokenId, personId, by, ...(failure !== undefined && { code: failure.code }) });
  const letter =
    failure === undefined ? { accepted: true } : { accepted: false, code: failure.code, message: failure.message };
  return { tokenId, ...told, claimUntil, letter };
}

/** Refuses a person whose address in the case is not that of the installation: one person alone may have corrected it. */
async function requireOneAddress(
  parts: ApiParts,
  role: IssueToken['role'],
  personId: PersonId,
  caseId: string | undefined,
): Promise<void> {
  const { store } = parts;
  const [recorded, told] = await Promise.all([store.people.find(personId), store.people.find(personId, caseId)]);
  if (recorded === undefined || recorded === 'erased' || told === undefined || told === 'erased') return;
  if (!sameText(recorded.email, told.email)) throw new Problem('PersonNotInState', TWO_ADDRESSES);
  requireClientDomain(parts, role, recorded.email);
}

/** Refuses a client role to an address outside of the client's mail domains, or with a `+`: one mailbox has any number of those. */
function requireClientDomain({ tokenDelivery }: ApiParts, role: IssueToken['role'], address: string): void {
  const domains = tokenDelivery.to === 'its-person' ? tokenDelivery.clientDomains : undefined;
  if (domains === undefined || !CLIENT_ROLES.some((one) => one === role)) return;
  const at = address.lastIndexOf('@');
  if (
    address.slice(0, at).includes('+') ||
    !domains.includes(
      address
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    )
  )
    throw new Problem('Forbidden', NOT_A_CLIENT_ADDRESS);
}

const NOT_A_CLIENT_ADDRESS =
  'This installation issues tokens of the client’s roles to addresses of its own domains (CLIENT_MAIL_DOMAINS), without a `+`.';

const TWO_ADDRESSES =
  'The address of this person in the case is not the one that they were recorded with or gave themselves, so no code was sent (docs/runbook.md, Tokens).';

type Offered = NewToken & { tokenId: string; code: string; claimUntil: Instant };

/** The letter goes to the address that the installation knows of the person: never to one of this request's, nor to one of a case alone. */
async function sendCode({ store }: ApiParts, send: SendCode, { personId, by, ...offered }: Offered) {
  const person = await store.people.find(personId);
  if (person === undefined || person === 'erased')
    return { code: 'RecipientUnknown', message: 'Nothing is known of this person any more.' };
  const { tokenId, role, code, claimUntil, expiresAt } = offered;
  const reader = { name: person.name, ...(person.timeZone !== undefined && { timeZone: person.timeZone }) };
  const letter = { tokenId, role, code, claimUntil, expiresAt, issuedBy: by.personId, reader };
  return await send(letter, person.email, await store.people.namesOf([by.personId]));
}

/** Gives a token to whoever has its code, once. What is no code, was one, or is one no more is answered alike. */
export async function claimToken({ store, clock }: ApiParts, code: string) {
  return await store.tokens.claim(code, clock());
}

/** The id of a person who is named by address or id. Throws `UnknownPerson`. */
export async function knownPerson({ store }: ApiParts, person: string): Promise<PersonId> {
  const personId = person.includes('@') ? (await store.people.findByEmail(person))?.personId : person;
  if (personId === undefined || (await store.people.find(personId)) === undefined)
    throw new Problem('UnknownPerson', 'No person has this address or id.');
  return personId;
}

/** The tokens of a person, by address or id, with the names of those who issued them. */
export async function tokensOf(parts: ApiParts, person: string) {
  const { store } = parts;
  const personId = await knownPerson(parts, person);
  const rows = await store.tokens.list(personId);
  return withNamesOf(store, personIdsIn([personId, rows]), { rows });
}
