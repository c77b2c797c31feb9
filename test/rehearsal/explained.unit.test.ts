import type { Explained } from '../../contract/explain.js';
import { agrees } from '../../rehearsal/explained.js';

const AT = '2026-09-03T10:00:00.000Z';
const look = (at: string) => ({ seq: 1, at, seen: 'present' as const });
const place = (state: Explained['state'], before?: string, after?: string): Explained => ({
  ...{ resource: 'github:meridian/eta-model', provider: 'github', state, grounds: [] },
  ...(before !== undefined && { before: look(before) }),
  ...(after !== undefined && { after: look(after) }),
});
const [DAY_BEFORE, DAY_AFTER, LATE] = [
  '2026-09-02T12:00:00.000Z',
  '2026-09-03T12:00:00.000Z',
  '2026-09-05T12:00:00.000Z',
];

test.each<[string, Explained | undefined, boolean, boolean]>([
  ['the same', place('present', DAY_BEFORE, DAY_AFTER), true, true],
  ['the same, with looks days apart', place('present', DAY_BEFORE, LATE), true, true],
  ['absent of what was there', place('absent', DAY_BEFORE, DAY_AFTER), true, false],
  ['present of what was not there', place('present', DAY_BEFORE, DAY_AFTER), false, false],
  ['that an invitation waits, of what was not there', place('invited', DAY_BEFORE, DAY_AFTER), false, true],
  ['that nobody saw it, with a look a day later', place('unseen', DAY_BEFORE, DAY_AFTER), true, true],
  ['that nobody saw it, with looks days apart', place('unseen', DAY_BEFORE, LATE), true, false],
  ['what was last seen, and nobody has looked since', place('present', DAY_BEFORE), false, true],
  ['that nobody has looked yet, and somebody did within a day', place('never-seen', undefined, DAY_AFTER), true, true],
  ['that nobody has looked yet, and nobody did for days', place('never-seen', undefined, LATE), true, false],
  ['that another case lets in, of what is there', place('others', DAY_BEFORE), true, true],
  ['that another case lets in, of what is gone by then', place('others', DAY_BEFORE), false, true],
  ['nothing of what was not there', undefined, false, true],
  ['nothing of what was there', undefined, true, false],
])('given an answer that says %s, then it agrees or not', (_, said, truth, fits) => {
  expect(agrees(said, { at: AT, truth })).toBe(fits);
});
