import { type Actor, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { contentHash } from '../hash.js';
import { type Said, say } from '../say.js';
import type { Instant } from '../time.js';
import { newDisagreements } from './register/disagreements.js';
import type { Disagreement } from './register/pair.js';
import { isShownToVendor } from './shown.js';
import { type HeldBack, heldBackBy, withSuccessors } from './successors.js';

const FOR_CLIENT = say('controls.waits-for-client');

/** A disagreement in words for the side that reads it: the vendor is told of no control that the client keeps to itself. */
export function disagreementSaid({ said, asks, answers }: Disagreement, isVendor: boolean): Said {
  if (!isVendor || answers.every(({ from }) => isShownToVendor(from))) return asks ?? said;
  return asks ?? FOR_CLIENT;
}

/** What holds a successor back, for the side that reads it: what is for the client to do is not told to the vendor. */
function heldBackSaid({ control, turn, misses }: HeldBack, isVendor: boolean, told: ReadonlySet<string>): Said[] {
  const fresh = misses.filter((missing) => !told.has(contentHash(missing)));
  if (fresh.length === 0) return [];
  if (isVendor && (sideOf(turn) !== 'vendor' || !isShownToVendor(control))) return [FOR_CLIENT];
  return fresh.map((missing) => say('controls.waits-for', { control, missing }));
}

/** What the sender of new evidence that waits beside what stands should know: with what it would not agree, and what has to come first. */
export function waitingNotes(state: CaseState, key: string, { role }: Pick<Actor, 'role'>, now: Instant): Said[] {
  const isVendor = sideOf(role) === 'vendor';
  const disagreements = newDisagreements(state, withSuccessors(state, [key]));
  const told = new Set(disagreements.flatMap(({ said, asks = said }) => [said, asks]).map(contentHash));
  const notes = [
    ...disagreements.map((one) => disagreementSaid(one, isVendor)),
    ...heldBackBy(state, key, now).flatMap((one) => heldBackSaid(one, isVendor, told)),
  ];
  const once = new Map(notes.map((note) => [contentHash(note), note]));
  return [say('controls.waits', { key }), ...once.values()];
}
