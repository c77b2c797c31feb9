import getPort from 'get-port';
import { calendarOf } from '../../../activities/calendars/calendarOf.js';
import { createApi } from '../../../api/server.js';
import type { CaseClient } from '../../../client/caseClient.js';
import { fromMs, type Instant } from '../../../domain/time.js';
import type { Servers } from '../../../rehearsal/ground.js';
import type { Closing } from '../../../workers/closing.js';
import { loadPolicyWork } from '../../../workers/policyWork.js';
import { signInLettersOf } from '../../../workers/signInLetters.js';
import { startLocalSignIn } from '../../../workers/up/localSignIn.js';
import { webRoot } from '../../../workers/webRoot.js';

/** Serves the built console and its API for cases in virtual time, with an OpenID provider beside it; answers the address. */
export async function serveConsole(
  { store, mailbox }: Pick<Servers, 'store' | 'mailbox'>,
  client: CaseClient,
  closing: Closing,
  clock: () => Instant = () => fromMs(Date.now()),
): Promise<string> {
  const port = await getPort({ host: '127.0.0.1' });
  const baseUrl = `http://127.0.0.1:${port}`;
  const local = await startLocalSignIn(store, baseUrl, await getPort({ host: '127.0.0.1' }));
  closing.add(() => local.stop());
  const root = webRoot();
  if (root === undefined) throw new Error('The console has not been built: run `npm run build`.');
  const mail = { SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'drawbridge@meridian.example' };
  const app = await createApi({
    store,
    client,
    policy: loadPolicyWork().reader,
    calendarOf,
    config: { baseUrl, webRoot: root, signIn: local.signIn, logLevel: 'silent', requestsPerMinute: 1_000_000 },
    clock,
    sendSignInLetter: await signInLettersOf({ ...mail, DRAWBRIDGE_BASE_URL: baseUrl }),
    tokenDelivery: { to: 'whoever-asks' },
    caseClock: async (caseId) => (await client.caseTime(caseId)).now,
  });
  closing.add(async () => {
    // Streams stay open as long as a browser does.
    app.server.closeAllConnections();
    await app.close();
  });
  await app.listen({ host: '127.0.0.1', port });
  return baseUrl;
}
