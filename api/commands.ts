import { isDeepStrictEqual } from 'node:util';
import type { CommandShape } from '../contract/commands/act.js';
import { COMMANDS, type CommandBody, type CommandType } from '../contract/commands.js';
import { PERSON_FIELDS } from '../domain/case/carried.js';
import type { Actor } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { own } from '../domain/record.js';
import type { PersonRecord, Store } from '../store/contract.js';
import { accountsGiven } from './accountNames.js';
import { accountsMeant, isAskedAbout, isDeclaredForClient, type NamedAccount } from './accounts.js';
import type { Built } from './built.js';
import { offeredLogin, plainNames, requireFree, requireOwnAddress } from './logins.js';
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
  const { name, email, accounts, timeZone, ...work } = body;
  const person = { name, email, accounts: accountsGiven(accounts), timeZone };
  const { people, digest } = await store.people.carry(state.caseId, [person]);
  const [one] = people;
  if (one === undefined) throw new Error('The store sealed nobody.');
  const command = { type: 'ProposePerson', person: one.personId, details: one.details, ...work } as const;
  return { command, people, asked: { type: 'ProposePerson', person: digest, ...work } };
};

const correctPerson: Build<'CorrectPerson'> = async ({ person: whom, reason, accounts, ...rest }, building) => {
  const given = { ...rest, ...(accounts !== undefined && { accounts: accountsGiven(accounts) }) };
  const { store, state, actor, find } = building;
  const person = await find(whom, 'person');
  const known = await store.people.find(person, state.caseId);
  if (known === undefined || known === 'erased')
    throw new Problem('UnknownPerson', 'Nothing is known of this person any more.');
  const changed = changedIn(known, given);
  if (changed.length === 0) throw new Problem('DuplicateId', 'This is what is known of the person already.');
  if (changed.includes('email')) await requireOwnAddress(building, person, given.email);
  const { person: carried, digest } = await store.people.carryCorrection(
    state.caseId,
    { of: person, by: actor.personId },
    given,
  );
  const named = { type: 'CorrectPerson', person, reason } as const;
  const command = { ...named, changed, ...(changed.includes('accounts') && { details: carried.details }) };
  return { command, people: [carried], asked: { ...named, given: digest } };
};

/** What of a correction differs from what is known. */
const changedIn = (known: PersonRecord, given: Partial<PersonRecord>) =>
  PERSON_FIELDS.filter((field) =>
    field === 'accounts'
      ? Object.entries(given.accounts ?? {}).some(
          ([provider, { name }]) => own(known.accounts ?? {}, provider)?.name !== name,
        )
      : given[field] !== undefined && given[field] !== known[field],
  );

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

/** The accounts go on as the id of what holds them; where one was not seen as it is now there is none, and the case refuses it. */
const acceptPerson: Build<'AcceptPerson'> = async ({ accounts, ...body }, building) => {
  const person = await building.find(body.person, 'person');
  const named = plainNames(accountsGiven(accounts));
  const offered = await offeredLogin(building, person);
  const seen = offered !== undefined && isDeepStrictEqual(plainNames(offered.accounts), named);
  if (seen && building.actor.role === 'engineering-manager') {
    await requireFree(building, offered);
    for (const [provider, name] of Object.entries(named)) await requireUndeclared(building, { provider, name }, person);
  }
  const command = { type: 'AcceptPerson', ...body, person, ...(seen && { details: offered.details }) } as const;
  return { command, asked: { type: 'AcceptPerson', ...body, person, accounts: named } };
};

/** Refuses a login that the case knows as somebody's of the client's, a service or another supplier's, or has still to ask about: closing its access might close theirs. */
async function requireUndeclared(building: Building, account: NamedAccount, person: string): Promise<void> {
  if (await isDeclaredForClient(building, account, person))
    throw new Problem('DuplicateId', `The login "${account.name}" is declared as somebody else's than the vendor's.`);
  if (await isAskedAbout(building, account, person))
    throw new Problem(
      'DuplicateId',
      `The login "${account.name}" is on a resource already. Declare whose it is first.`,
    );
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
