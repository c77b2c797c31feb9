import type { Registered } from '../../contract/register.js';

/** New evidence that waits, one sentence for each thing that it waits for. */
export function waitingText({ key, disagreements, heldBackBy }: Registered['waiting'][number]): string[] {
  const told = disagreements.map(({ text }) => text);
  const lacks = heldBackBy.flatMap(({ control, misses }) =>
    misses.flatMap((text) => (told.includes(text) ? [] : [`${control} would not be met: ${text}`])),
  );
  const reasons = [...told, ...lacks];
  return (reasons.length === 0 ? ['Its gate decides on it.'] : reasons).map(
    (reason) => `New evidence for ${key} waits: ${reason}`,
  );
}
