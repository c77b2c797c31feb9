import type { StopReach } from '../../../domain/access/stop.js';
import type { StopCommand } from '../../../domain/case/commands.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { ADA } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const NINA = 'nina/github:meridian/eta-model';
const OTHER = as('security', 'p-of-another-case');

const stop = (reach: StopReach, id = 's-1'): StopCommand => ({
  type: 'StopAccess',
  stop: id,
  reason: 'Odd downloads.',
  ...reach,
});
const lift = (id = 's-1'): StopCommand => ({ type: 'LiftStop', stop: id, reason: 'It was a backup.' });
const ADAS: StopReach = { scope: 'person', person: 'ada' };

const heldIn = ({ state }: Book): string[] =>
  Object.values(state.leases).flatMap(({ id, want }) => (want === 'present' ? [id] : []));

test.each<[StopReach, string[]]>([
  [ADAS, [NINA]],
  [{ scope: 'case' }, []],
  [{ scope: 'resource', resource: 'github:Meridian/ETA-model' }, []],
  [{ scope: 'resource', resource: 'github:meridian/another' }, [ADA, NINA]],
])('given people at work, when %j is stopped, then they still hold %j', (reach, held) => {
  const book = atWork();
  expect(book.act(OTHER, stop(reach))).toMatchObject({ status: 'recorded' });
  book.after(1);
  expect(heldIn(book)).toEqual(held);
  expect([...book.provider].sort()).toEqual(held);
  expect(breachesOf(book.rows)).toEqual([]);
});

test('given a stop, then each grant ends with who stopped and why, and is withdrawn', () => {
  const book = atWork();
  const mark = book.mark;
  book.act(as('security'), stop(ADAS));
  expect(book.since(mark, 'AccessStopped', 'AccessEnded', 'AccessWithdrawn')).toEqual([
    { type: 'AccessStopped', stop: 's-1', scope: 'person', person: 'ada', reason: 'Odd downloads.' },
    {
      type: 'AccessEnded',
      lease: ADA,
      cause: 'stopped',
      detail: { code: 'access.stopped', by: 'security', reason: 'Odd downloads.' },
    },
    { type: 'AccessWithdrawn', lease: ADA },
  ]);
});

test('given a stop, when it is lifted, then never by whoever stopped, nor by somebody whom the case does not name', () => {
  const book = atWork();
  book.act(as('security'), stop(ADAS));
  expect(book.act(as('security'), lift())).toMatchObject({ code: 'RequesterMayNotDecide' });
  expect(book.act(OTHER, lift())).toMatchObject({ code: 'NotYourRole' });
  expect(book.act(as('vendor-contact'), lift())).toMatchObject({ code: 'NotYourRole' });
  expect(heldIn(book)).toEqual([NINA]);
  expect(book.act(as('engineering-manager'), lift())).toMatchObject({ status: 'recorded' });
  book.after(1);
  expect([...book.provider].sort()).toEqual([ADA, NINA]);
  expect(breachesOf(book.rows)).toEqual([]);
});

test('given two stops on one grant, when one is lifted, then it stays closed until the other is lifted too', () => {
  const book = atWork();
  book.act(as('security'), stop(ADAS));
  book.act(as('procurement'), stop({ scope: 'case' }, 's-2'));
  book.act(as('engineering-manager'), lift('s-2'));
  expect(heldIn(book)).toEqual([NINA]);
  book.act(as('engineering-manager'), lift());
  expect(heldIn(book)).toEqual([ADA, NINA]);
});

test.each<[string, StopReach, string]>([
  ['legal', { scope: 'case' }, 'NotYourRole'],
  ['vendor-contact', ADAS, 'NotYourRole'],
  ['engineer', ADAS, 'NotYourRole'],
])('given %s, when they stop %j, then it is refused with %s', (role, reach, code) => {
  const book = atWork();
  expect(book.act({ personId: role, role: role === 'legal' ? 'legal' : 'vendor-contact' }, stop(reach))).toMatchObject({
    code,
  });
  expect(heldIn(book)).toEqual([ADA, NINA]);
});

test('given a stop that holds, when it is told again, then nothing changes; lifted, there is nothing to lift', () => {
  const book = atWork();
  book.act(as('security'), stop(ADAS));
  expect(book.act(as('legal'), stop({ scope: 'person', person: 'nina' }))).toMatchObject({ code: 'DuplicateId' });
  book.act(as('engineering-manager'), lift());
  expect(book.act(as('privacy'), lift())).toMatchObject({ code: 'CaseNotInState' });
});
