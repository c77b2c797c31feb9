import getPort from 'get-port';
import { fromMs } from '../../domain/time.js';
import { startLocalSignIn } from '../../workers/up/localSignIn.js';
import { webRoot } from '../../workers/webRoot.js';
import type { Servers } from '../ground.js';
import type { Loaded } from '../load.js';
import { instantAt } from '../moment.js';
import { clientCalendar, Player } from '../player.js';
import { setStage } from '../servers.js';
import { clearWorld } from '../world.js';
import { LiveRehearsal } from './live.js';
import { OneAtATime } from './oneAtATime.js';
import { liveRoutes } from './routes.js';

/** Port of the console of a rehearsal, when it is free. */
const USUAL_PORT = 8070;

/** A rehearsal that waits for people. */
export type Served = { url: string; caseId: string; stop(): Promise<void> };

/** Opens the case of a scenario on servers of its own and serves the console to live through it, in virtual time. */
export async function serveLive(servers: Servers, loaded: Loaded, port?: number): Promise<Served> {
  const calendar = clientCalendar(loaded);
  const startAt = instantAt(loaded.scenario.opens, loaded.caseFile.startDate, calendar, fromMs(0));
  await clearWorld(servers, loaded);
  const chosen = port ?? (await getPort({ host: '127.0.0.1', port: USUAL_PORT }));
  const url = `http://127.0.0.1:${chosen}`;
  const turns = new OneAtATime();
  const signIn = await startLocalSignIn(servers.store, url, await getPort({ host: '127.0.0.1' }));
  let live: LiveRehearsal | undefined;
  const running = () => {
    if (live === undefined) throw new Error('The case of the rehearsal is not open yet.');
    return live;
  };
  const { policyText } = loaded;
  const stage = await setStage(servers, {
    startAt,
    ...(policyText !== undefined && { policyText }),
    web: {
      ...{ url, port: chosen, root: webRoot(), signIn: signIn.signIn, turns },
      more: liveRoutes({ live: running, turns, store: servers.store, baseUrl: url }),
    },
  });
  const stop = async () => {
    await stage.stop();
    await signIn.stop();
  };
  try {
    const player = new Player(servers, stage, loaded, calendar, (told) => live?.hear(told));
    live = new LiveRehearsal(player, loaded, calendar, servers.store);
    await player.open(startAt);
    return { url, caseId: player.caseId, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
