import type { End } from '../../../tools/chaos/child.js';
import { endedByItself, type Fate, ownEndOf } from '../../../tools/chaos/counts.js';

const killed: End = { code: null, signal: 'SIGKILL', said: '' };
const crashed: End = { code: 1, signal: null, said: 'TypeError: x is not a function' };
const stoodStill: End = { code: 1, signal: null, said: 'Error: async hook stack has become corrupted\n 1: 0xb7' };
const atPoint: Fate = { kind: 'point', point: 'committed' };

test.each<[string, Fate, End, string | undefined]>([
  ['at a named point, killed', atPoint, killed, 'killed at committed'],
  ['at a named point, by a defect', atPoint, crashed, undefined],
  ['at a named point, stood still though nobody stopped it', atPoint, stoodStill, undefined],
  ['after a stop, as Node ends what stood still', { kind: 'stopped' }, stoodStill, 'workers ended after a stop'],
  ['after a stop, by a defect', { kind: 'stopped' }, crashed, undefined],
  ['to be killed from outside, by a defect', { kind: 'killed' }, crashed, undefined],
  ['to be killed from outside, killed by somebody else', { kind: 'killed' }, killed, undefined],
])('a worker that ended %s', (_how, fate, end, counted) => {
  expect(ownEndOf(fate, end)).toBe(counted);
});

test('one that ended by itself is named with its code and its last words', () => {
  expect(endedByItself('worker 0', crashed)).toBe('worker 0 with code 1: TypeError: x is not a function');
});
