import { fromRef } from '../domain/access/resources.js';
import type { Instant } from '../domain/time.js';
import type { Servers } from './ground.js';
import type { Joiner } from './joiners.js';
import type { Loaded } from './load.js';

/** An account at a place, as the provider has it: by its number at GitHub, by its name in a database. */
export type Reached = { resource: string; account: string };
/** A change at a provider: somebody could reach a place from `at` on, or no more; they were seen otherwise at `before`. */
export type ReachChange = Reached & { is: boolean; at: Instant; before: Instant };

type World = Pick<Servers, 'github' | 'warehouse'>;

/** Who could reach which place from when to when, read at the providers themselves after each step, past everything that Drawbridge does. */
export class ReachLog {
  readonly changes: ReachChange[] = [];
  readonly #repositories: { resource: string; number: number }[];
  readonly #tables: string[];
  readonly #roles: string[];
  #present = new Map<string, Reached>();
  #at: Instant | undefined;

  constructor(
    private readonly world: World,
    { caseFile, beside }: Pick<Loaded, 'caseFile' | 'beside'>,
    joiners: Joiner[],
  ) {
    const files = beside === undefined ? [caseFile] : [caseFile, beside.caseFile];
    const at = (wanted: string) => {
      const all = files.flatMap(({ resources }) => resources.filter(({ provider }) => provider === wanted));
      return [...new Set(all.map(({ provider, id }) => `${provider}:${id}`))];
    };
    this.#repositories = at('github').map((resource) => ({
      resource,
      number: world.github.repositoryId(fromRef(resource).id),
    }));
    this.#tables = at('postgres');
    this.#roles = [...files.flatMap(({ engineers }) => engineers), ...joiners].flatMap(
      ({ accounts }) => accounts?.postgres ?? [],
    );
  }

  /** Looks at every place, at a time of the case. */
  async look(at: Instant): Promise<void> {
    const now = new Map((await this.#reached()).map((one) => [`${one.resource}#${one.account}`, one]));
    const before = this.#at ?? at;
    for (const [key, one] of now) if (!this.#present.has(key)) this.changes.push({ ...one, is: true, at, before });
    for (const [key, one] of this.#present) if (!now.has(key)) this.changes.push({ ...one, is: false, at, before });
    this.#present = now;
    this.#at = at;
  }

  async #reached(): Promise<Reached[]> {
    const { github, warehouse } = this.world;
    const all: Reached[] = [];
    for (const { resource, number } of this.#repositories) {
      // By its number: a renamed one is the same, a deleted one lets nobody in.
      const name = github.repositoryName(number);
      for (const { login } of name === undefined ? [] : await github.collaborators(name))
        all.push({ resource, account: String(github.accountId(login)) });
    }
    for (const resource of this.#tables)
      for (const account of this.#roles)
        if (await warehouse.lets(account, fromRef(resource).id)) all.push({ resource, account });
    return all;
  }
}
