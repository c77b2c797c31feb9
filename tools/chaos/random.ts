/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
  pick<T>(of: readonly [T, ...T[]]): T;
};

/** A stream of its own for each name, so that one part's use of numbers does not move another's. */
export function randomOf(seed: number, stream: string): Random {
  let state = [...stream].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5);
  // mulberry32: small, and good enough to spread faults.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (of) => of[Math.floor(next() * of.length)] ?? of[0],
  };
}
