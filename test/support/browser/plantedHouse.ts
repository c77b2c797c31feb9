import { randomBytes } from 'node:crypto';
import getPort from 'get-port';
import pg from 'pg';
import type { Role } from '../../../domain/case/roles.js';
import { startPostgres } from '../../../sandbox/postgres/postgres.js';
import { migrate } from '../../../store/migrate.js';
import { openStore } from '../../../store/openStore.js';
import { createClosing } from '../../../workers/closing.js';
import { webRoot } from '../../../workers/webRoot.js';
import { startApi } from '../api/harness.js';
import { inlineCases } from '../api/inlineCases.js';
import type { Book } from '../domain/book.js';
import { recordBook } from '../store/recordBook.js';

/** The console over a case that was played in memory, at the time at which it ended. */
export type PlantedHouse = {
  url: string;
  /** The session of somebody of the case, as its cookie. */
  cookieOf(role: Role, personId: string): Promise<{ name: string; value: string; url: string }>;
  stop(): Promise<void>;
};

const HOUR_MS = 3_600_000;

/** Serves the built console over the case of a book; `document` is kept for it, as uploaded by legal. */
export async function openPlantedHouse(book: Book, now: string, document: string): Promise<PlantedHouse> {
  const closing = createClosing();
  const postgres = await startPostgres({ dataDir: null });
  closing.add(() => postgres.stop());
  await migrate(postgres.url);
  const store = openStore(postgres.url, { masterKey: randomBytes(32) });
  closing.add(() => store.close());
  const { caseId } = book.state;
  await recordBook(store, caseId, book);
  const memo = { bytes: Buffer.from(document), mediaType: 'text/plain', fileName: 'memo.txt' };
  await store.documents.put({ caseId, by: 'legal', ...memo });
  const port = await getPort({ host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const clock = () => now;
  const config = { baseUrl: url, port, webRoot: webRoot(), requestsPerMinute: 1_000_000 };
  const api = await startApi(config, { store, client: inlineCases(store, clock) }, { clock });
  closing.add(() => api.close());
  return {
    url,
    async cookieOf(role, personId) {
      await knowPerson(postgres.url, personId);
      const side = role === 'vendor-contact' || role === 'engineer' ? 'vendor' : 'client';
      const grants = side === 'vendor' ? [{ role, caseId }] : [{ role }];
      const endsAt = new Date(Date.parse(now) + HOUR_MS).toISOString();
      const session = { personId, side, grants, signedInAt: now, now, endsAt, device: 'test' } as const;
      const { secret } = await store.sessions.start(session);
      return { name: 'drawbridge', value: secret, url };
    },
    stop: () => closing.close(),
  };
}

/** A person of the book by id alone: nobody's name is asked for. */
async function knowPerson(databaseUrl: string, personId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client
    .query('insert into people (person_id) values ($1) on conflict do nothing', [personId])
    .finally(() => client.end());
}
