import type { CommandShape } from '../contract/commands/act.js';
import { COMMANDS, type CommandBody, type CommandType } from '../contract/commands.js';
import { PERSON_FIELDS } from '../domain/case/carried.js';
import type { Actor } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Store } from '../store/contract.js';
import { accountsMeant, isAskedAbout, isDeclaredForClient } from './accounts.js';
import type { Built } from './built.js';
import { offeredLogin, requireFree, requireOwnAddress, sameLogin } from './logins.js';
import type { PolicyReader } from './parts.js';
import type { FindPerson } from './people.js';
import { proposalOf } from './policyMigration.js';
import { Problem } from './problems.js';
import { reuseCommand } from './reuse.js';

/** What building a command may need beside its body: the case that it is for, who sends it, and whom the case knows. */
export type Building = { store: Store; policy: PolicyReader; state: CaseState; actor: Actor; find: FindPerson };

type Bodies = { [T in CommandType]: CommandBody<T> };
type Shapes = { [T in CommandType]: CommandShape<Bodies[T]> };
type Build<T extends CommandType> = (body: Bodies[T], building: Building) => Promise<Built>;

const SHAPES: Shapes = COMMANDS;

const proposePerson: Build<'ProposePerson'> = async (body, { store, state }) => {
  const { name, email, account, timeZone, ...work } = body;
  const { people, digest } = await store.people.carry(state.caseId, [{ name, email, account, timeZone }]);
  const [one] = people;
  if (one === undefined) throw new Error('The store sealed nobody.');
  const command = { type: 'ProposePerson', person: one.personId, details: one.details, ...work } as const;
  return { command, people, asked: { type: 'ProposePerson', person: digest, ...work } };
};

const correctPerson: Build<'CorrectPerson'> = async ({ person: whom, reason, ...given }, building) => {
  const { store, state, actor, find } = building;
  const person = await find(whom, 'person');
  const known = await store.people.find(person, state.caseId);
  if (known === undefined || known === 'erased')
    throw new Problem('UnknownPerson', 'Nothing is known of this person any more.');
  const changed = PERSON_FIELDS.filter((field) => given[field] !== undefined && given[field] !== known[field]);
  if (changed.length === 0) throw new Problem('DuplicateId', 'This is what is known of the person already.');
  if (changed.includes('email')) await requireOwnAddress(building, person, given.email);
  const { person: carried, digest } = await store.people.carryCorrection(
    state.caseId,
    { of: person, by: actor.personId },
    given,
  );
  const named = { type: 'CorrectPerson', person, reason } as const;
  const command = { ...named, changed, ...(changed.includes('account') && { details: carried.details }) };
  return { command, people: [carried], asked: { ...named, given: digest } };
};

const nameForRole: Build<'NameForRole'> = async (body, { store, state, find }) => {
  const { name, email, timeZone, replaces: whom, ...rest } = body;
  const { people, digest } = await store.people.carry(state.caseId, [{ name, email, timeZone }]);
  const [one] = people;
  if (one === undefined) throw new Error('The store sealed nobody.');
  const replaces = whom === undefined ? {} : { replaces: await find(whom, 'replaces') };
  const named = { type: 'NameForRole', ...rest, ...replaces } as const;
  const command = { ...named, person: one.personId, details: one.details };
  return { command, people, asked: { ...named, person: digest } };
};

/** The login goes on as the id of what holds it; one that was not seen as it is now is none, and the case refuses it. */
const acceptPerson: Build<'AcceptPerson'> = async ({ account = '', ...body }, building) => {
  const person = await building.find(body.person, 'person');
  const offered = await offeredLogin(building, person);
  const seen = offered !== undefined && sameLogin(offered.account, account);
  if (seen && building.actor.role === 'engineering-manager') {
    await requireFree(building, offered);
    await requireUndeclared(building, account, person);
  }
  const command = { type: 'AcceptPerson', ...body, person, ...(seen && { details: offered.details }) } as const;
  return { command, asked: { type: 'AcceptPerson', ...body, person, account: account.trim().toLowerCase() } };
};

/** Refuses a login that the case knows as somebody's of the client's, a service or another supplier's, or has still to ask about: closing its access might close theirs. */
async function requireUndeclared(building: Building, login: string, person: string): Promise<void> {
  if (await isDeclaredForClient(building, login, person))
    throw new Problem('DuplicateId', `The login "${login}" is declared as somebody else's than the vendor's.`);
  if (await isAskedAbout(building, login, person))
    throw new Problem('DuplicateId', `The login "${login}" is on a resource already. Declare whose it is first.`);
}

/** The logins go on as ids, each with what is kept of the account once the act is recorded. */
const declareAccounts: Build<'DeclareAccounts'> = async ({ accounts: logins, ...said }, building) => {
  const { accounts, people, asked } = await accountsMeant(building, said.resource, logins);
  const command = { type: 'DeclareAccounts', accounts, ...said } as const;
  return { command, people, asked: { type: 'DeclareAccounts', accounts: asked, ...said } };
};

/** Commands that are not their body: something is looked up or worked out first. */
const BUILT = {
  ProposePerson: proposePerson,
  AcceptPerson: acceptPerson,
  CorrectPerson: correctPerson,
  NameForRole: nameForRole,
  DeclareAccounts: declareAccounts,
  ReusePaper: async (body, { store, state, actor }) => ({ command: await reuseCommand(store, { state, actor }, body) }),
  ProposePolicy: (body, building) => proposalOf(building, building, body),
} satisfies { [T in CommandType]?: Build<T> };

type BuiltType = keyof typeof BUILT;
type PlainType = Exclude<CommandType, BuiltType>;
/** Commands that are their body; the compiler holds each against the command of the domain. */
type Plain<K extends PlainType = PlainType> = { [T in K]: { type: T } & Bodies[T] }[K];

const isBuilt = (type: CommandType): type is BuiltType => Object.hasOwn(BUILT, type);

const plain = <T extends PlainType>(type: T, body: unknown): Plain<T> => ({ type, ...SHAPES[type].body.parse(body) });

const built = <T extends BuiltType>(type: T, body: unknown, building: Building): Promise<Built> =>
  BUILDERS[type](SHAPES[type].body.parse(body), building);

const BUILDERS: { [T in BuiltType]: Build<T> } = BUILT;

/** The command of a body that fits; people may still stand in it by their address. */
export const commandOf = async (type: CommandType, body: unknown, building: Building): Promise<Built> =>
  isBuilt(type) ? built(type, body, building) : { command: plain(type, body) };
