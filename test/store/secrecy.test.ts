import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../../domain/case/roles.js';
import { openStore } from '../../store/openStore.js';
import { freshDatabase } from '../support/real/database.js';
import { appending, caseOpened, START } from '../support/store/appending.js';
import { dump } from '../support/store/dump.js';
import { erase } from '../support/store/erase.js';

const PERSONAL = [
  'Zdzisława',
  'Brzęczyszczykiewicz',
  'zdzislawa@',
  'zb-dev',
  'secret-plan.pdf',
  'the plain text of a paper',
];

test('nothing personal and no token can be read in the database, and erasure keeps the chain', async () => {
  const database = await freshDatabase();
  const store = openStore(database.url, { masterKey: randomBytes(32) });
  const { people } = await store.people.carry('c', [
    { name: 'Zdzisława Brzęczyszczykiewicz', email: 'zdzislawa@example.com', accounts: { github: { name: 'zb-dev' } } },
  ]);
  const personId = people[0]?.personId ?? '';
  const expiresAt = '2031-01-01T00:00:00.000Z';
  const { token } = await store.tokens.issue({ by: SYSTEM, personId, role: 'legal', expiresAt, label: 'console' });
  await store.documents.put({
    ...{ caseId: 'c', by: personId },
    bytes: Buffer.from('the plain text of a paper'),
    mediaType: 'text/plain',
    fileName: 'secret-plan.pdf',
  });
  await store.mailJournal.begin('m-1');
  await store.mailJournal.accepted('m-1', {
    messageId: '<m-1@drawbridge>',
    response: '250 to <zdzislawa@example.com> ok',
  });
  const actor = { personId, role: 'legal' } as const;
  await store.ledger.appendEntries(
    appending('c', 'open', START, [], { entries: [{ actor, event: caseOpened() }], people }),
  );

  const feed = { personId, role: 'legal', now: '2026-09-01T08:00:00.000Z', endsAt: expiresAt } as const;
  const { secret: calendar } = await store.calendarFeeds.make(feed);
  const all = await dump(database.url);
  expect(all).toContain(personId);
  expect(await store.people.find(personId, 'c')).toMatchObject({ accounts: { github: { name: 'zb-dev' } } });
  for (const secret of [...PERSONAL, token, token.slice(4), calendar.slice(4)]) {
    expect(JSON.stringify(people)).not.toContain(secret);
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  }
  await erase(store, personId);
  expect(await store.people.find(personId)).toBe('erased');
  expect(await store.calendarFeeds.of(personId, feed.now)).toBeUndefined();
  expect(await store.ledger.verify('c')).toMatchObject({ ok: true, stateMatches: true });
  await store.close();
  await database.drop();
});
