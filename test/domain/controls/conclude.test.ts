import { conclude, numberOf, type Part } from '../../../domain/controls/conclude.js';
import { say } from '../../../domain/say.js';
import { met, NOW, open, refused, sceneOf } from '../../support/controls/scene.js';

const scene = sceneOf('IP-1', {});
const [soon, late] = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
const [A, B] = [say('IP-1.not-supplied'), say('IP-1.no-work-for-hire')];
const lacking: Part = { restsOn: [], missing: { what: A, turn: 'legal' } };
const coming: Part = { restsOn: [], missing: { what: B, turn: 'engineer', until: late } };
const ending = (until: string): Part => ({ restsOn: [`x@${until}`], until });

test('a wrong answer outweighs all that is missing', () => {
  expect(conclude(scene, [A], [coming])).toEqual(refused(A));
});

test('what is missing is listed in order, and the first says whose turn it is', () => {
  expect(conclude(scene, [], [lacking, coming])).toEqual(open([A, B], { turn: 'legal', until: late }));
});

test('while something is missing, the end of another part is when to look again, unless it is past', () => {
  expect(conclude(scene, [], [coming, ending(soon)])).toEqual(open([B], { turn: 'engineer', until: soon }));
  expect(conclude(scene, [], [lacking, ending(NOW)])).toEqual(open([A], { turn: 'legal' }));
});

test('it is met until the first part ends, and no longer from that instant on', () => {
  expect(conclude(scene, [], [ending(late), ending(soon)])).toEqual(met([`x@${late}`, `x@${soon}`], soon));
  expect(conclude(scene, [], [ending(NOW)])).toEqual(
    open([say('controls.basis-ended', { control: 'IP-1', until: '2026-09-10T10:00:00.000Z' })]),
  );
});

test('a plan without a number that a control needs is a fault of the plan, and is said', () => {
  expect(() => numberOf(scene, 'minimumMeasures')).toThrow('the plan gives IP-1 no number minimumMeasures');
});
