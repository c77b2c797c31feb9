import { type Instant, toMs } from '../../domain/time.js';

/** A half-open stretch of time and what carried it; without `until` it goes on. */
export type Spell = { from: Instant; until?: Instant; by: string[] };

const startMs = (spell: Spell): number => toMs(spell.from);
const endMs = (spell: Spell): number => (spell.until === undefined ? Infinity : toMs(spell.until));
const later = (a: Instant, b: Instant): Instant => (toMs(a) >= toMs(b) ? a : b);
const earlier = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined ? b : b === undefined ? a : toMs(a) <= toMs(b) ? a : b;

/** The stretches in which both hold. */
export const both = (left: Spell[], right: Spell[]): Spell[] =>
  left
    .flatMap((a) =>
      right.map((b) => ({ from: later(a.from, b.from), until: earlier(a.until, b.until), by: [...a.by, ...b.by] })),
    )
    .filter((spell) => startMs(spell) < endMs(spell))
    .sort((a, b) => startMs(a) - startMs(b));

/** The stretches in which any holds, those that touch or overlap joined. */
export function joined(spells: Spell[]): Spell[] {
  const out: Spell[] = [];
  for (const spell of [...spells].sort((a, b) => startMs(a) - startMs(b))) {
    const last = out.at(-1);
    if (startMs(spell) >= endMs(spell)) continue;
    if (last === undefined || startMs(spell) > endMs(last)) out.push({ ...spell });
    else {
      last.until = endMs(spell) > endMs(last) ? spell.until : last.until;
      last.by = [...new Set([...last.by, ...spell.by])];
    }
  }
  return out;
}

/** The stretches of `within` in which none of `spells` holds. */
function outside(within: Spell, spells: Spell[]): Spell[] {
  const out: Spell[] = [];
  let from: Instant | undefined = within.from;
  for (const spell of joined(spells)) {
    if (from === undefined) break;
    if (toMs(from) < Math.min(startMs(spell), endMs(within)))
      out.push({ from, until: earlier(spell.from, within.until), by: within.by });
    from = spell.until === undefined ? undefined : later(from, spell.until);
  }
  if (from !== undefined && toMs(from) < endMs(within)) out.push({ from, until: within.until, by: within.by });
  return out;
}

/** How much of a stretch is covered. */
export function howMuch(within: Spell, spells: Spell[]): 'all-day' | 'part-of-day' | 'not' {
  const inside = both([within], joined(spells));
  if (inside.length === 0) return 'not';
  return outside(within, inside).length === 0 ? 'all-day' : 'part-of-day';
}
