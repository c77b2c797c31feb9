import { randomBytes } from 'node:crypto';
import { databaseFault } from '../../store/errors.js';
import { migrate } from '../../store/migrate.js';
import { isDatabaseUnavailable, openStore } from '../../store/openStore.js';
import { drawbridge } from '../support/cli/cli.js';
import { type Authority, createAuthority } from '../support/real/certificates.js';
import { fromSetup } from '../support/real/servers.js';
import { caseOf } from '../support/store/appending.js';
import { startTlsPostgres, type TlsPostgres } from '../support/store/tlsPostgres.js';

let ours: Authority;
let others: Authority;
let database: TlsPostgres;
beforeAll(async () => {
  [ours, others] = [createAuthority(), createAuthority()];
  database = await startTlsPostgres(ours.sign('database', 'IP:127.0.0.1'));
});
afterAll(async () => {
  await database.stop();
  for (const authority of [ours, others]) authority.remove();
});

const verified = ({ ca }: Authority) => `${database.url}?sslmode=verify-full&sslrootcert=${ca.path}`;
const opened = (url: string) => openStore(url, { masterKey: randomBytes(32) });

test('given the authority that vouches for the database, migrations and the ledger go over TLS', async () => {
  expect(await migrate(verified(ours))).toContain('0001_initial');
  const store = opened(verified(ours));
  await caseOf(store, 'over-tls', 3);
  expect(await store.ledger.verify('over-tls')).toMatchObject({ ok: true, rows: 3 });
  await store.close();
});

test('another authority, another name, another password and a connection in clear are refused in a sentence, and can be tried again', async () => {
  const elsewhere = new URL(verified(ours));
  elsewhere.hostname = 'localhost';
  const mistyped = new URL(verified(ours));
  mistyped.password = 'mistyped';
  const byNobody =
    'Nobody whom we trust vouches for the certificate of the database; sslrootcert in its address must name who does.';
  const told: [string, string][] = [
    [verified(others), byNobody],
    [`${database.url}?sslmode=verify-full`, byNobody],
    [elsewhere.href, 'The certificate of the database is for another name than the one in its address.'],
    [mistyped.href, 'The database does not take the role and the password in its address.'],
    [database.url, 'The database lets nobody in without TLS; its address must say sslmode=verify-full.'],
    [
      `${database.url}?sslmode=disable`,
      'The database lets nobody in without TLS; its address must say sslmode=verify-full.',
    ],
  ];
  for (const [url, message] of told) {
    const store = opened(url);
    const failure: unknown = await store.ping().catch((error: unknown) => error);
    expect([databaseFault(failure), isDatabaseUnavailable(failure)]).toEqual([message, true]);
    await expect(migrate(url)).rejects.toThrow();
    await store.close();
  }
  const ran = await drawbridge(['migrate'], { env: { DATABASE_URL: verified(others) } });
  expect(ran).toEqual({ code: 5, out: '', err: `${byNobody}\n` });
});

test('a database without TLS is not talked to where TLS is asked for', async () => {
  const url = `${fromSetup('DRAWBRIDGE_TEST_POSTGRES')}?sslmode=verify-full&sslrootcert=${ours.ca.path}`;
  expect(await migrate(url).catch(databaseFault)).toBe(
    'The database does not speak TLS, which sslmode in its address asks for.',
  );
});
