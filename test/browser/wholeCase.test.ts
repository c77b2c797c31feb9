import type { CaseFile } from '../../policy/caseSchema.js';
import { Acts } from '../../rehearsal/acts.js';
import { partOf } from '../../rehearsal/cast.js';
import type { Servers } from '../../rehearsal/ground.js';
import { joinersOf } from '../../rehearsal/joiners.js';
import { type LiveStage, setLiveStage } from '../../rehearsal/live/liveStage.js';
import { loadScenario } from '../../rehearsal/load.js';
import { clientCalendar, Player } from '../../rehearsal/player.js';
import { startServers } from '../../rehearsal/servers.js';
import { minutesOf, type Tally } from '../../tools/browser/hands.js';
import { signInAtProvider, signInByCode } from '../../tools/browser/signIn.js';
import type { Visit } from '../../tools/browser/visit.js';
import { BrowserActs } from '../support/browser/acting/browserActs.js';
import { browserOfFile } from '../support/browser/browserOfFile.js';

const SCENARIO = 'examples/scenarios/managed-team.yaml';
const visits = browserOfFile();
let servers: Servers;
let stage: LiveStage | undefined;

beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  await stage?.stop();
  await servers?.stop();
});

/** Each person at a browser of their own: the client's at a desk, the vendor's at a phone; signed in once, when they first act. */
function signedIn(file: CaseFile, url: string, joiners: ReturnType<typeof joinersOf>) {
  const byPerson = new Map<string, Promise<Visit>>();
  const comeIn = async (who: string): Promise<Visit> => {
    const part = partOf(file, who, joiners);
    if (part === undefined) throw new Error(`Nobody is ${who}.`);
    const isVendor = part.role === 'vendor-contact' || part.role === 'engineer';
    const visit = await visits.open({ baseUrl: url, size: isVendor ? 'phone' : 'desk' });
    visit.excuse(/\/api\/session.*401|401 \(Unauthorized\)/);
    visit.excuse(/\/commands\/.*(403|409|422)|status of 4\d\d/);
    if (isVendor) await signInByCode(visit, { email: part.email }, servers.mailbox.httpUrl);
    else await signInAtProvider(visit, { email: part.email });
    return visit;
  };
  const visitOf = (who: string): Promise<Visit> => {
    const name = who.replace(/^@/, '');
    const known = byPerson.get(name) ?? comeIn(name);
    byPerson.set(name, known);
    return known;
  };
  const tallies = async (): Promise<Record<string, Tally>> =>
    Object.fromEntries(
      await Promise.all([...byPerson].map(async ([who, visit]) => [who, (await visit).hands.tally] as const)),
    );
  return { visitOf, tallies };
}

test('given the managed team, when every act is done with hands in the browser, then the case comes out as by the API', async () => {
  const loaded = await loadScenario(SCENARIO);
  stage = await setLiveStage(servers, loaded, { port: 0 });
  const { startAt, url, stage: parts } = stage;
  {
    const people = signedIn(loaded.caseFile, url, joinersOf(loaded.steps));
    const told: string[] = [];
    const player = new Player(
      servers,
      parts,
      loaded,
      clientCalendar(loaded),
      (one) => {
        if (one.kind === 'acted' && !one.asExpected)
          told.push(`${one.acted.by}: ${one.acted.what} ${one.acted.refused?.message}`);
      },
      (cast) => new BrowserActs(new Acts(parts, cast), cast, people.visitOf),
    );
    const played = await player.run(startAt);
    const tallies = await people.tallies();
    console.table(
      Object.fromEntries(
        Object.entries(tallies).map(([who, tally]) => [who, { ...tally, minutes: Math.round(minutesOf(tally)) }]),
      ),
    );
    expect({ told, notMet: played.verdicts.filter(({ met }) => !met) }).toEqual({ told: [], notMet: [] });
  }
});
