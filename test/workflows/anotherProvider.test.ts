import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import { providersOf } from '../../providers/access/registry.js';
import { as } from '../support/domain/book.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { atWorkOnBoard, tickets } from '../support/workflows/board.js';
import { closeCase } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const START = '2026-09-01T08:00:00.000Z';

let world: World;
const { provider, people, held } = tickets();
beforeAll(async () => {
  world = await startWorld({ startAt: START });
  await world.worker({ providers: providersOf(provider) });
});
afterAll(() => world.end());

test('given a provider that nobody has heard of, then a whole case is played on it: looked up, opened, renamed, closed and proven', async () => {
  const { caseId, act } = await atWorkOnBoard(world);
  people.set('7', 'ana-maria');
  await fastForward(world, caseId, plusMs(START, 2 * DAY_MS));
  await act('close', closeCase().command, as('procurement', 'p-procurement'));
  await waitUntil('access to be closed', () => held.size === 0);
  await fastForward(world, caseId, plusMs(START, 12 * DAY_MS));
  const facts = (await world.rows(caseId)).map(({ event }) => event.type);
  const ofAccess = /^(ResourceIdentified|Account|Access(Granted|Opened|Ended|Withdrawn)|AbsenceProven|CaseClosed)/;
  expect(facts.filter((type) => ofAccess.test(type))).toEqual([
    ...['ResourceIdentified', 'AccountIdentified', 'AccessGranted', 'AccessOpened', 'AccountIdentified'],
    ...['AccessEnded', 'AccessWithdrawn', 'AbsenceProven', 'AbsenceProven', 'AbsenceProven', 'CaseClosed'],
  ]);
});
