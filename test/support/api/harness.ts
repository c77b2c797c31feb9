import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { calendarOf } from '../../../activities/calendars/calendarOf.js';
import type { ApiConfig, ApiParts, CaseGateway } from '../../../api/parts.js';
import { createApi } from '../../../api/server.js';
import { type Role, SYSTEM } from '../../../domain/case/roles.js';
import type { Store } from '../../../store/contract.js';
import { openStore } from '../../../store/openStore.js';
import { freshDatabase } from '../real/database.js';
import { type InlineCases, inlineCases } from './inlineCases.js';
import { smallPolicy } from './smallPolicy.js';

/** When the tests play; one minute passes with every look at the clock of a case. */
const START = Date.parse('2026-08-24T08:00:00.000Z');

export type Answer = { status: number; body: unknown; headers: Record<string, string>; text: string };

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export type TestApi = {
  /** Where it listens. */
  url: string;
  store: Store;
  /** Address of its own database; empty with a store of somebody else's. */
  databaseUrl: string;
  client: InlineCases;
  /** Sets the time of the cases. */
  jumpTo(at: string): void;
  tokenFor(role: Role, email: string, caseId?: string): Promise<string>;
  get(path: string, token?: string): Promise<Answer>;
  post(path: string, token: string | undefined, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(path: string, token: string | undefined, init?: Init): Promise<Answer>;
  close(): Promise<void>;
};

/** A store and a client that somebody else has started, and ends. */
type Real = { store: Store; client: CaseGateway };

/** The HTTP edge over a real database and the real rules; over a real engine, when one is given. */
export async function startApi(
  { port = 0, ...more }: Partial<ApiConfig> & { port?: number } = {},
  real?: Real,
  parts: Partial<
    Pick<ApiParts, 'codec' | 'hooks' | 'policy' | 'tokenDelivery' | 'observe' | 'sendSignInLetter' | 'clock' | 'more'>
  > = {},
): Promise<TestApi> {
  const database = real === undefined ? await freshDatabase() : undefined;
  const store = real?.store ?? openStore(database?.url ?? '', { masterKey: randomBytes(32) });
  let time = START;
  const now = () => {
    time += 60_000;
    return new Date(time).toISOString();
  };
  const client = inlineCases(store, now);
  const app = await createApi({
    store,
    client: real?.client ?? client,
    calendarOf,
    tokenDelivery: { to: 'whoever-asks' },
    policy: smallPolicy((text) => createHash('sha256').update(text).digest('hex')),
    clock: () => new Date().toISOString(),
    ...parts,
    config: {
      baseUrl: 'http://127.0.0.1',
      docsPage: false,
      logLevel: more.logTo === undefined ? 'silent' : 'info',
      ...more,
    },
    ...(real === undefined && { caseClock: async () => now() }),
  });
  const url = await app.listen({ host: '127.0.0.1', port });
  const send = async (path: string, token: string | undefined, init: Init = {}): Promise<Answer> => {
    const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...authorization } });
    const text = await answer.text();
    const isJson = /json(?!l)/.test(answer.headers.get('content-type') ?? '');
    const headers = Object.fromEntries(answer.headers);
    return { status: answer.status, body: isJson ? JSON.parse(text) : undefined, headers, text };
  };
  return {
    url,
    store,
    databaseUrl: database?.url ?? '',
    client,
    jumpTo: (at) => {
      time = Date.parse(at);
    },
    async tokenFor(role, email, caseId) {
      const personId = await store.people.ensure({ name: `Name of ${email.split('@')[0]}`, email });
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      return (await store.tokens.issue({ by: SYSTEM, personId, role, caseId, expiresAt, label: 'test' })).token;
    },
    get: (path, token) => send(path, token),
    post: (path, token, body, headers = {}) => {
      const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const all = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
      return send(path, token, { method: 'POST', headers: all, body: raw });
    },
    send,
    async close() {
      await app.close();
      if (database === undefined) return;
      await store.close();
      await database.drop();
    },
  };
}
