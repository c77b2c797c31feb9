import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor, PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { isClient } from '../controls/sides.js';
import { namedFor, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { accountKey } from './account.js';
import { isManual, refOf } from './resources.js';
import { nextProof } from './schedule.js';

type Declaration = Extract<HumanCommand, { type: 'DeclareAccounts' }>;

/** Who says whose an account is, and decides on what was changed by hand: security, and whoever answers for the resource. */
export const ACCOUNT_KEEPERS: Role[] = ['security', 'engineering-manager'];

/** Decides whose accounts on a resource are; it may be said before anybody has looked, and otherwise later on. */
export function decideDeclaration(state: CaseState, command: Declaration, actor: Actor): Decision {
  const denied = unlessRole(state, actor, ACCOUNT_KEEPERS);
  if (denied) return denied;
  const { type: _type, accounts, ...said } = command;
  const { resource } = said;
  if (!isRepository(state, resource)) return refuse('UnknownResource', say('people.unknown-resource', { resource }));
  for (const person of accounts) {
    const fault = faultOf(state, said, person);
    if (fault !== undefined) return refuse('PersonNotInState', fault);
  }
  return record(...accounts.map((person) => ({ type: 'AccountDeclared' as const, person, ...said })));
}

const isRepository = ({ intake, leases }: CaseState, id: string): boolean =>
  !isManual(id) &&
  [...intake.resources.map(refOf), ...Object.values(leases).map(({ resource }) => resource)].includes(id);

/** What speaks against a declaration of somebody whom the case knows for the vendor. */
function faultOf(
  state: CaseState,
  { resource, is }: Pick<Declaration, 'resource' | 'is'>,
  person: PersonId,
): Said | undefined {
  const member = own(state.people, person);
  if (member?.status === 'accepted') return say('accounts.accepted', { person });
  if (is === 'vendor') return undefined;
  if (member?.status === 'proposed') return say('accounts.proposed', { person });
  if (namedFor(state, 'vendor-contact').includes(person)) return say('accounts.vendors-contact', { person });
  if (is === 'service' && isClient(state, person)) return say('accounts.no-service', { person });
  const lease = own(state.leases, accountKey(person, resource));
  const isClosing = lease !== undefined && (lease.absentAt === undefined || nextProof(lease) !== undefined);
  return isClosing ? say('accounts.closing', { person, resource }) : undefined;
}
