import type { CommandShape } from '../contract/commands/act.js';
import { COMMANDS, type CommandBody, type CommandType } from '../contract/commands.js';
import type { HumanCommand } from '../domain/case/commands.js';
import type { Actor } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Store } from '../store/contract.js';
import type { PolicyReader } from './parts.js';
import { proposalOf } from './policyMigration.js';
import { reuseCommand } from './reuse.js';

/** What building a command may need beside its body: the case that it is for, and who sends it. */
export type Building = { store: Store; policy: PolicyReader; state: CaseState; actor: Actor };

type Bodies = { [T in CommandType]: CommandBody<T> };
type Shapes = { [T in CommandType]: CommandShape<Bodies[T]> };
type Build<T extends CommandType> = (body: Bodies[T], building: Building) => Promise<HumanCommand>;

const SHAPES: Shapes = COMMANDS;

const proposePerson: Build<'ProposePerson'> = async ({ name, email, account, timeZone, ...work }, { store }) => ({
  type: 'ProposePerson',
  person: await store.people.upsert({ name, email, account, timeZone }),
  ...work,
});

/** Commands that are not their body: something is looked up or worked out first. */
const BUILT = {
  ProposePerson: proposePerson,
  ReusePaper: (body, { store, state, actor }) => reuseCommand(store, { state, actor }, body),
  ProposePolicy: (body, building) => proposalOf(building, building.state, body),
} satisfies { [T in CommandType]?: Build<T> };

type BuiltType = keyof typeof BUILT;
type PlainType = Exclude<CommandType, BuiltType>;
/** Commands that are their body; the compiler holds each against the command of the domain. */
type Plain<K extends PlainType = PlainType> = { [T in K]: { type: T } & Bodies[T] }[K];

const isBuilt = (type: CommandType): type is BuiltType => Object.hasOwn(BUILT, type);

const plain = <T extends PlainType>(type: T, body: unknown): Plain<T> => ({ type, ...SHAPES[type].body.parse(body) });

const built = <T extends BuiltType>(type: T, body: unknown, building: Building): Promise<HumanCommand> =>
  BUILDERS[type](SHAPES[type].body.parse(body), building);

const BUILDERS: { [T in BuiltType]: Build<T> } = BUILT;

/** The command of a body that fits; people may still stand in it by their address. */
export const commandOf = async (type: CommandType, body: unknown, building: Building): Promise<HumanCommand> =>
  isBuilt(type) ? built(type, body, building) : plain(type, body);
