import type {
  AccessProvider,
  AccessTarget,
  LeftBehindKind,
  Listing,
  Place,
  Way,
} from '../../../../providers/access/port.js';

/** What somebody else does at the system, past the provider; accounts and places are named as a person would. */
export type Outside = {
  /** Gives access directly, by hand. */
  give(place: string, account: string, permission: string): Promise<void>;
  /** Takes what was given directly, by hand. */
  take(place: string, account: string): Promise<void>;
  /** Lets an account in by a way that is not direct. */
  giveBy?(way: Way, place: string, account: string): Promise<void>;
  renameAccount?(from: string, to: string): Promise<void>;
  /** Makes a new account of a name that nobody has any more. */
  createAccount?(name: string): Promise<void>;
  deleteAccount?(name: string): Promise<void>;
  renamePlace?(from: string, to: string): Promise<void>;
  /** Makes a new place of a name that none has any more. */
  createPlace?(name: string): Promise<void>;
  deletePlace?(name: string): Promise<void>;
  /** Gives access to so many new accounts, more than one page of answers holds; answers their names. */
  crowd?(place: string): Promise<string[]>;
  /** Leaves things that outlast the account's access, as it would itself; answers them in the order of kinds, `by` for those that name it. */
  leaveBehind?(place: string, account: string): Promise<{ kind: LeftBehindKind; what: string; by?: true }[]>;
  /** The next change is done, and its answer is lost. */
  loseNextAnswer?(): Promise<void>;
  /** From now on every answer is of another shape. */
  garble?(): Promise<void>;
  /** From now on everything is refused, in words that name everybody. */
  refuse?(): Promise<void>;
  /** From now on nobody answers. */
  unplug?(): Promise<void>;
  /** How many changes the system was asked for so far. */
  changes(): Promise<number>;
};

/** A hook of the outside that not every system has. */
export type Hook = Exclude<keyof Outside, 'give' | 'take' | 'changes'>;

/** A system with a provider, a place and two accounts that hold nothing yet, for one test. */
export type Ground = {
  provider: AccessProvider;
  /** The name of the place. */
  place: string;
  /** The names of two accounts. */
  account: string;
  other: string;
  /** Names that accounts and places may be given; none has them yet. */
  free: { account: string; place: string };
  /** The name of the account that the provider acts as, where it can be on the place. */
  own?: string;
  outside: Outside;
  close(): Promise<void>;
};

/** What is known of a system before any test runs. */
export type Grounds = {
  /** The provider's words, least first; one where there is only one. */
  permissions: readonly [string, ...string[]];
  /** How a grant shows: `invited` where the account has to accept it first. Default `present`. */
  granted?: 'present' | 'invited';
  /** The way in which what was granted, or given by hand, lets in. Default direct, with the permission. */
  direct?(permission: string): Way;
  /** The system ends a grant by itself, and says when. */
  ends?: true;
  /** The ways besides, each as `giveBy` is to make it. */
  ways?: readonly Way[];
  /** Hooks that the system has no counterpart of, and why. */
  lacks?: Partial<Record<Hook | 'own', string>>;
  open(): Promise<Ground>;
};

/** The ground of the running test, with what every test needs of it. */
export type Kit = {
  grounds: Grounds;
  ground(): Ground;
  provider(): AccessProvider;
  /** The hook; a ground that neither has it nor says why fails. */
  hook<H extends Hook>(hook: H): NonNullable<Outside[H]>;
  /** A test that is skipped, with the reason in its name, where the system lacks a hook. */
  needing(hooks: readonly (Hook | 'own')[], title: string, body: () => Promise<void>): void;
  /** The account on the place, as they are identified by their names. */
  target(account?: string, place?: string): Promise<AccessTarget>;
  /** What is observed of an account that holds a permission directly. */
  present(target: AccessTarget, permission: string): object;
  /** What is observed of an account after a grant. */
  granted(target: AccessTarget, permission: string): unknown;
  absent(target: AccessTarget): unknown;
  /** Everybody on a place but the provider's own account, in the order of ids. */
  listed(place: Place): Promise<Listing>;
};

/** In the order of ids. */
export const byId = <T extends { account: { id: string } }>(found: readonly T[]): T[] =>
  [...found].sort((a, b) => (a.account.id < b.account.id ? -1 : 1));

/** Allows everything. */
export const allowed = <T>(send: () => Promise<T>): Promise<T> => send();
