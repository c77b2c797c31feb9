import getPort from 'get-port';
import { fromMs } from '../../domain/time.js';
import { signInLettersOf } from '../../workers/signInLetters.js';
import { startLocalSignIn } from '../../workers/up/localSignIn.js';
import { webRoot } from '../../workers/webRoot.js';
import type { Servers } from '../ground.js';
import type { Loaded } from '../load.js';
import { instantAt } from '../moment.js';
import { clientCalendar } from '../player.js';
import { type Stage, setStage } from '../servers.js';
import { clearWorld } from '../world.js';
import type { LiveRehearsal } from './live.js';
import { OneAtATime } from './oneAtATime.js';
import { liveRoutes } from './routes.js';

/** Port of the console of a rehearsal, when it is free. */
const USUAL_PORT = 8070;
const MAIL_FROM = 'Drawbridge <drawbridge@localhost.example>';

/** A stage with the console in front. */
export type LiveStage = { url: string; startAt: string; stage: Stage; stop(): Promise<void> };

/** Sets up worker, API, console and sign-in for one scenario; its case is not open yet. `live`: asked when somebody lets time pass; left out: nobody can. */
export async function setLiveStage(
  servers: Servers,
  loaded: Loaded,
  { live, port = USUAL_PORT }: { live?: () => LiveRehearsal; port?: number } = {},
): Promise<LiveStage> {
  const calendar = clientCalendar(loaded);
  const startAt = instantAt(loaded.scenario.opens, loaded.caseFile.startDate, calendar, fromMs(0));
  await clearWorld(servers, loaded);
  const chosen = await getPort({ host: '127.0.0.1', port });
  const url = `http://127.0.0.1:${chosen}`;
  const turns = new OneAtATime();
  const { signIn, stop: stopSignIn } = await startLocalSignIn(servers.store, url, await getPort({ host: '127.0.0.1' }));
  const sendSignInLetter = await signInLettersOf({
    ...{ SMTP_URL: servers.mailbox.smtpUrl, MAIL_FROM, DRAWBRIDGE_BASE_URL: url },
  });
  const { policyText } = loaded;
  try {
    const stage = await setStage(servers, {
      startAt,
      ...(policyText !== undefined && { policyText }),
      web: {
        ...{ url, port: chosen, root: webRoot(), signIn, sendSignInLetter, turns },
        ...(live !== undefined && { more: liveRoutes({ live, turns, store: servers.store, baseUrl: url }) }),
      },
    });
    const stop = async () => {
      await stage.stop();
      await stopSignIn();
    };
    return { url, startAt, stage, stop };
  } catch (error) {
    await stopSignIn();
    throw error;
  }
}
