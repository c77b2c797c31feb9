import { fastForward } from '../../../client/fastForward.js';
import { fromMs, type Instant } from '../../../domain/time.js';
import { loadScenario } from '../../../rehearsal/load.js';
import { play } from '../../../rehearsal/player.js';
import { setStage, startServers } from '../../../rehearsal/servers.js';
import { type Closing, createClosing } from '../../../workers/closing.js';
import { cut, type Until } from './cut.js';
import { serveConsole } from './serveConsole.js';

/** A case that people find when they come: a scenario of the examples, played so far. */
export type Before = { name: string; scenario: string; until: Until };

/** The whole product on servers of its own, with cases in virtual time that have come so far. */
export type House = {
  /** Address of the console, with the API and the way to the OpenID provider. */
  url: string;
  mailboxUrl: string;
  /** Ids of the cases by the names that they were played under. */
  cases: Record<string, string>;
  /** What time it was in each of them when people came. */
  times: Record<string, Instant>;
  /** Lets the clock of sign-ins go on, which was behind; it never overtakes the machine's. */
  catchUp(ms: number): void;
  /** Lets the time of a case pass. */
  pass(caseId: string, until: Instant): Promise<void>;
  stop(): Promise<void>;
};

/** How a house is wanted. */
export type HouseOptions = {
  /** What was played before people come, some 20 s each; default nothing. */
  before?: Before[];
  /** Time of a case that is opened by hand; default a morning before the examples' first day. */
  startAt?: Instant;
  /** How far the clock of sign-ins is behind at first, milliseconds; default nothing. */
  clockBehindMs?: number;
  onProgress?: (line: string) => void;
};

/** The morning on which cases of the examples are opened: 8:00 in Berlin on their first day. */
const FIRST_MORNING = '2026-09-01T06:00:00.000Z';

/** Opens a house; its cases run as long as it is open. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const closing = createClosing();
  try {
    return { ...(await build(options, closing)), stop: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function build(options: HouseOptions, closing: Closing): Promise<Omit<House, 'stop'>> {
  const { before = [], startAt = FIRST_MORNING, onProgress } = options;
  const servers = await startServers(onProgress);
  closing.add(() => servers.stop());
  const cases: Record<string, string> = {};
  const times: Record<string, Instant> = {};
  for (const { name, scenario, until } of before) {
    onProgress?.(`Playing ${scenario} …`);
    const loaded = cut(await loadScenario(`examples/scenarios/${scenario}.yaml`), until);
    const { caseId, stage, now } = await play(servers, loaded, () => undefined);
    closing.add(() => stage.stop());
    cases[name] = caseId;
    times[name] = now;
  }
  const stage = await setStage(servers, { startAt });
  closing.add(() => stage.stop());
  const { client, looks } = stage;
  let behind = options.clockBehindMs ?? 0;
  const url = await serveConsole(servers, client, closing, () => fromMs(Date.now() - behind));
  const catchUp = (ms: number) => {
    behind = Math.max(0, behind - ms);
  };
  const { connection, mailbox } = servers;
  const pass = async (caseId: string, until: Instant) =>
    void (await fastForward({ connection, client, looks }, caseId, until));
  return { url, mailboxUrl: mailbox.httpUrl, cases, times, catchUp, pass };
}
