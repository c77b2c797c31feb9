import { CLOCKWORKS } from '../../../domain/decider/clockworks.js';
import { handle, nextDeadline } from '../../../domain/decider/handle.js';
import { DAY_MS, plusMs } from '../../../domain/time.js';

/** Decides, and holds the clockworks to what they say of the future: time makes nothing true before the next deadline. */
export const heldToAgenda: typeof handle = (state, envelope, occasion) => {
  const handled = handle(state, envelope, occasion);
  const next = nextDeadline(handled.state, occasion.now);
  const before = next === undefined ? plusMs(occasion.now, DAY_MS) : plusMs(next, -1);
  const early = CLOCKWORKS.flatMap((c) => c.facts(handled.state, before).map((f) => `${c.name}: ${f.type}`));
  expect(early).toEqual([]);
  return handled;
};
