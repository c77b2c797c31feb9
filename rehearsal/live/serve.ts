import type { Servers } from '../ground.js';
import type { Loaded } from '../load.js';
import { clientCalendar, Player } from '../player.js';
import { LiveRehearsal } from './live.js';
import { setLiveStage } from './liveStage.js';

/** A rehearsal that waits for people. */
export type Served = { url: string; caseId: string; stop(): Promise<void> };

/** Opens the case of a scenario on servers of its own and serves the console to live through it, in virtual time. */
export async function serveLive(servers: Servers, loaded: Loaded): Promise<Served> {
  let live: LiveRehearsal | undefined;
  const running = () => {
    if (live === undefined) throw new Error('The case of the rehearsal is not open yet.');
    return live;
  };
  const { url, startAt, stage, stop } = await setLiveStage(servers, loaded, { live: running });
  try {
    const calendar = clientCalendar(loaded);
    const player = new Player(servers, stage, loaded, calendar, (told) => live?.hear(told));
    live = new LiveRehearsal(player, loaded, calendar, servers.store);
    await player.open(startAt);
    return { url, caseId: player.caseId, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
