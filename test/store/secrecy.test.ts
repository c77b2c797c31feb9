import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore } from '../../store/openStore.js';
import { freshDatabase } from '../real/database.js';
import { appending, caseOpened, START } from './appending.js';

const PERSONAL = [
  'Zdzisława',
  'Brzęczyszczykiewicz',
  'zdzislawa@',
  'zb-dev',
  'secret-plan.pdf',
  'the plain text of a paper',
];

/** Every value of every column of every table, as text and bytes as Latin-1. */
async function dump(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  );
  const values: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await client.query(`select * from ${pg.escapeIdentifier(table_name)}`);
    for (const value of rows.flatMap((row) => Object.values(row)))
      values.push(
        Buffer.isBuffer(value)
          ? `${value.toString('latin1')} ${value.toString('utf8')} ${value.toString('hex')}`
          : String(value),
      );
  }
  await client.end();
  return values.join('\n');
}

test('nothing personal and no token can be read in the database, and erasure keeps the chain', async () => {
  const database = await freshDatabase();
  const store = openStore(database.url, { masterKey: randomBytes(32) });
  const personId = await store.people.upsert({
    name: 'Zdzisława Brzęczyszczykiewicz',
    email: 'zdzislawa@example.com',
    account: 'zb-dev',
  });
  const expiresAt = '2031-01-01T00:00:00.000Z';
  const { token } = await store.tokens.issue({ personId, role: 'legal', expiresAt, label: 'console' });
  await store.documents.put({
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
  await store.ledger.appendEntries(appending('c', 'open', START, [], { entries: [{ actor, event: caseOpened() }] }));

  const all = await dump(database.url);
  expect(all).toContain(personId);
  for (const secret of [...PERSONAL, token, token.slice(4)]) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  }
  await store.people.erase(personId);
  expect(await store.people.find(personId)).toBe('erased');
  expect(await store.ledger.verify('c')).toMatchObject({ ok: true, stateMatches: true });
  await store.close();
  await database.drop();
});
