import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, met, refused } from '../../../support/controls/scene.js';

test('AU-1 is refused for a case without an entry in the ledger', () => {
  expect(assess('AU-1', { state: { status: 'new' } })).toEqual(refused(say('AU-1.no-ledger')));
});

test('AU-1 is met from the first entry on, and says the same of every later one', () => {
  expect(assess('AU-1', { state: { seq: 1 } })).toEqual(met(['ledger:1']));
  expect(assess('AU-1', { state: { seq: 900 } })).toEqual(met(['ledger:1']));
});

test('AU-1 is locked', () => {
  expect(CONTROLS['AU-1']?.locked).toEqual({ kind: 'always' });
});
