import { createHash } from 'node:crypto';
import { CLIENT_ROLES, type Role } from '../domain/case/roles.js';
import { plusDays } from '../domain/clocks/businessTime.js';
import type { AccountNames } from '../domain/people/accounts.js';
import type { CaseFile } from '../policy/caseSchema.js';
import { ask, fieldOf, sentenceOf } from './http.js';
import type { Joiner } from './joiners.js';
import type { Stage } from './servers.js';

/** Somebody who acts in a scenario. */
export type Player = { role: Role; email: string; name: string; token: string };

type Part = { role: Role; email: string; name: string; accounts?: AccountNames };

/** Finds who `legal`, `legal:2`, `vendor-contact` or `ada` is in a case file or among those who join later; undefined when nobody is. */
export function partOf(file: CaseFile, who: string, joiners: Joiner[] = []): Part | undefined {
  const [name = '', number = '1'] = who.replace(/^@/, '').split(':');
  if (name === 'vendor-contact') return { role: 'vendor-contact', ...file.vendor.contact };
  const role = CLIENT_ROLES.find((r) => r === name);
  if (role !== undefined) {
    const person = file.client.people[role]?.[Number(number) - 1];
    return person === undefined ? undefined : { role, email: person.email, name: person.name };
  }
  const engineer = [...file.engineers, ...joiners].find((e) => e.id === name);
  return engineer === undefined
    ? undefined
    : {
        role: 'engineer',
        email: engineer.email,
        name: engineer.name,
        ...(engineer.accounts === undefined ? {} : { accounts: engineer.accounts }),
      };
}

/** Hands out a token to whoever acts, through the API as its operator. */
export class Cast {
  readonly #players = new Map<string, Player>();
  caseId: string | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly file: CaseFile,
    private readonly joiners: Joiner[] = [],
  ) {}

  part(who: string): Part {
    const part = partOf(this.file, who, this.joiners);
    if (part === undefined) throw new Error(`Neither the case file nor a proposal names anybody as ${who}.`);
    return part;
  }

  /** The name of whoever an act speaks of, as `@ada` or by address. */
  nameOf(who: string): string | undefined {
    const word = who.replace(/^@/, '');
    const byAddress = [...this.file.engineers, ...this.joiners].find(({ email }) => email === word);
    return byAddress?.name ?? partOf(this.file, word, this.joiners)?.name;
  }

  async player(who: string): Promise<Player> {
    const held = this.#players.get(who);
    if (held !== undefined) return held;
    const { role, email, name } = this.part(who);
    const inCase = role === 'vendor-contact' || role === 'engineer';
    const json = { role, email, ...(inCase ? { caseId: this.caseId } : { name }), expiresInDays: 30 };
    const answer = await ask(`${this.stage.apiUrl}/api/tokens`, this.stage.operatorToken, { json });
    const token = fieldOf(answer.body, 'token');
    if (typeof token !== 'string') throw new Error(`No token for ${who}: ${sentenceOf(answer)}`);
    const player = { role, email, name, token };
    this.#players.set(who, player);
    return player;
  }

  /** A body with `@legal` or `@ada` as the person's address, `@sha256:text` as the hash of the text, and `@day:-6` as that day of the plan. */
  resolve(value: unknown): unknown {
    if (typeof value === 'string') {
      if (value.startsWith('@sha256:')) return createHash('sha256').update(value.slice(8)).digest('hex');
      if (value.startsWith('@day:')) return plusDays(this.file.startDate, Number(value.slice(5)) - 1);
      return value.startsWith('@') ? this.part(value).email : value;
    }
    if (Array.isArray(value)) return value.map((v) => this.resolve(v));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.resolve(v)]));
    return value;
  }
}
