import fc from 'fast-check';
import { fromMs } from '../../../domain/time.js';
import { inOrder, mayBe } from '../../../providers/access/leftBehind.js';
import type { LeftBehind, LeftBehindAsked } from '../../../providers/access/port.js';

const account = fc.constantFrom('7', '8').map((id) => ({ id, name: `name of ${id}` }));
const instant = fc.integer({ min: 0, max: 5 }).map((day) => fromMs(day * 86_400_000));
const things = fc.array(
  fc.record<LeftBehind>(
    {
      kind: fc.constantFrom('runner', 'webhook'),
      id: fc.constantFrom('1', '2', '10'),
      what: fc.constant('x'),
      at: instant,
      by: account,
    },
    { requiredKeys: ['kind', 'id', 'what'] },
  ),
);
const asked = fc.record<LeftBehindAsked>({ since: instant, by: account }, { requiredKeys: [] });

test('given any things, when asked for, then what nobody dates and ascribes stays, and what goes is known to be older or another’s', () => {
  fc.assert(
    fc.property(things, asked, (all, { since, by }) => {
      const kept = all.filter(mayBe({ ...(since && { since }), ...(by && { by }) }));
      const older = ({ at = '9999' }: LeftBehind) => since !== undefined && at < since;
      const others = (one: LeftBehind) => by !== undefined && one.by !== undefined && one.by.id !== by.id;
      expect(kept).toEqual(all.filter((one) => !older(one) && !others(one)));
    }),
  );
});

test('given any things in any order, when put in order, then the same whichever that was', () => {
  fc.assert(
    fc.property(things, (all) => {
      const keys = (list: LeftBehind[]) => list.map(({ kind, id }) => `${kind} ${id}`);
      expect(keys(inOrder(all))).toEqual(keys(inOrder([...all].reverse())));
      expect(keys(inOrder(all))).toEqual(keys(all).sort());
    }),
  );
});
