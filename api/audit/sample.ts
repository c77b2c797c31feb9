import { sha256Hex } from '../../evidence/chain.js';

/** How a sample is drawn, in words that let an auditor draw it again. */
export const SAMPLING =
  'Rank of a row: SHA-256 in lower-case hexadecimal of the seed, a line feed and the hash of the entry, in UTF-8; the sample is the rows of the lowest ranks, lowest first.';

/** The rank of an entry under a seed: see {@link SAMPLING}. */
export const rankOf = (seed: string, entryHash: string): string => sha256Hex(`${seed}\n${entryHash}`);

/** Keeps the rows of the lowest ranks while a population of any size goes by; holds at most `size` rows. */
export class Sample<Row extends { hash: string }> {
  readonly #kept: { rank: string; row: Row }[] = [];
  #seen = 0;

  constructor(
    private readonly seed: string,
    private readonly size: number,
  ) {}

  /** Rows that went by. */
  get population(): number {
    return this.#seen;
  }

  /** The sample, lowest rank first. */
  get drawn(): readonly { rank: string; row: Row }[] {
    return this.#kept;
  }

  take(row: Row): void {
    this.#seen++;
    const rank = rankOf(this.seed, row.hash);
    const last = this.#kept.at(-1);
    if (this.#kept.length >= this.size && last !== undefined && rank >= last.rank) return;
    const place = this.#kept.findIndex((kept) => kept.rank > rank);
    this.#kept.splice(place === -1 ? this.#kept.length : place, 0, { rank, row });
    if (this.#kept.length > this.size) this.#kept.pop();
  }
}
