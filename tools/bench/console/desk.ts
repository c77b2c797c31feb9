import type { BrowserContext, Page } from 'playwright-core';
import { calendarOf } from '../../../activities/calendars/calendarOf.js';
import { createApi } from '../../../api/server.js';
import type { CaseClient } from '../../../client/caseClient.js';
import { type ClientRole, SYSTEM } from '../../../domain/case/roles.js';
import { fromMs } from '../../../domain/time.js';
import { loadPolicyWork } from '../../../workers/policyWork.js';
import { webRoot } from '../../../workers/webRoot.js';
import { type RunningBrowser, startBrowser } from '../../browser/browser.js';
import type { Ground } from '../ground.js';

/** The API and the built console over the ground, and a browser. */
export type Desk = {
  url: string;
  browser: RunningBrowser['browser'];
  /** Asks the API as procurement; answers the text of an answer of 200. */
  ask(path: string): Promise<string>;
  /** A browser that was never here before, of somebody who is signed in; without a role of nobody. */
  sit(role?: ClientRole): Promise<{ context: BrowserContext; page: Page }>;
  stop(): Promise<void>;
};

const HOUR_MS = 3_600_000;

/** Serves API and console in this process, as `drawbridge api` would. */
export async function openDesk({ store }: Ground, client: CaseClient): Promise<Desk> {
  const root = webRoot();
  if (root === undefined) throw new Error('The console has not been built: run `npm run build`.');
  const app = await createApi({
    store,
    client,
    policy: loadPolicyWork().reader,
    calendarOf,
    tokenDelivery: { to: 'whoever-asks' },
    clock: () => fromMs(Date.now()),
    config: { baseUrl: 'http://127.0.0.1', webRoot: root, logLevel: 'silent', requestsPerMinute: 1_000_000 },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const running = await startBrowser();
  const personId = await store.people.ensure({ name: 'Bench', email: 'bench@bench.example' });
  const expiresAt = fromMs(Date.now() + HOUR_MS);
  const { token } = await store.tokens.issue({ by: SYSTEM, personId, role: 'procurement', expiresAt, label: 'bench' });
  const cookie = async (role: ClientRole) => {
    const now = fromMs(Date.now());
    const times = { now, signedInAt: now, endsAt: expiresAt };
    const session = { personId, side: 'client' as const, grants: [{ role }], device: 'bench', ...times };
    return { name: 'drawbridge', value: (await store.sessions.start(session)).secret, url };
  };
  return {
    url,
    browser: running.browser,
    async ask(path) {
      const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text}`);
      return text;
    },
    async sit(role) {
      const context = await running.browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
      if (role !== undefined) await context.addCookies([await cookie(role)]);
      return { context, page: await context.newPage() };
    },
    async stop() {
      await running.stop();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
