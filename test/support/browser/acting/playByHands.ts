import { Acts } from '../../../../rehearsal/acts.js';
import type { Cast } from '../../../../rehearsal/cast.js';
import { setLiveStage } from '../../../../rehearsal/live/liveStage.js';
import type { Loaded } from '../../../../rehearsal/load.js';
import { clientCalendar, type Played, Player } from '../../../../rehearsal/player.js';
import { startServers } from '../../../../rehearsal/servers.js';
import { startBrowser } from '../../../../tools/browser/browser.js';
import type { Fault } from '../../../../tools/browser/faults.js';
import type { Tally } from '../../../../tools/browser/hands.js';
import { signInAtProvider, signInByCode } from '../../../../tools/browser/signIn.js';
import { openVisit, type Visit } from '../../../../tools/browser/visit.js';
import { createClosing } from '../../../../workers/closing.js';
import { BrowserActs } from './browserActs.js';

/** What came of a scenario that was played with hands, and what it took of whom. */
export type ByHands = { played: Omit<Played, 'stage'>; tallies: Record<string, Tally>; faults: Fault[] };

/** A busy machine takes its time; a page that stands still is told after this, milliseconds. */
const PATIENCE_MS = 120_000;

/** Plays a scenario in browsers: everybody signs in by the pages and acts there; the vendor's people hold a phone. */
export async function playByHands(loaded: Loaded): Promise<ByHands> {
  const closing = createClosing();
  try {
    const servers = await startServers();
    closing.add(() => servers.stop());
    const browser = await startBrowser();
    closing.add(() => browser.stop());
    const { url, startAt, stage, stop } = await setLiveStage(servers, loaded, { port: 0 });
    closing.add(stop);
    const visits = new Map<string, Visit>();
    let before: Visit | undefined;
    const visitOf = (cast: Cast) => async (who: string) => {
      const { email, role } = cast.part(who);
      const held = visits.get(email);
      // Whoever has acted looks away: each page that follows the case asks for its virtual time at every event.
      if (before !== held) await before?.page.goto('about:blank');
      before = held ?? before;
      if (held !== undefined) return held;
      const ofVendor = role === 'vendor-contact' || role === 'engineer';
      const visit = await openVisit(browser.browser, { baseUrl: url, size: ofVendor ? 'phone' : 'desk' });
      visit.context.setDefaultTimeout(PATIENCE_MS);
      visits.set(email, visit);
      before = visit;
      if (ofVendor) await signInByCode(visit, { email }, servers.mailbox.httpUrl);
      else await signInAtProvider(visit, { email });
      return visit;
    };
    const player = new Player(
      ...([servers, stage, loaded, clientCalendar(loaded)] as const),
      (told) => {
        if (told.kind === 'acted' && !told.asExpected)
          throw new Error(`${told.acted.what}: ${told.acted.refused?.message ?? 'done'}`);
      },
      (cast) => new BrowserActs(new Acts(stage, cast), cast, visitOf(cast)),
    );
    const played = await player.run(startAt).catch(async (error: unknown) => {
      const shown = await Promise.all([...visits.values()].map(shownOn));
      throw new Error(`It stopped. On the pages of everybody:\n${shown.join('\n')}`, { cause: error });
    });
    const tallies = Object.fromEntries([...visits].map(([email, { hands }]) => [email, hands.tally]));
    return { played, tallies, faults: [...visits.values()].flatMap((visit) => visit.faults()) };
  } finally {
    await closing.close();
  }
}

/** What somebody sees, to tell why nothing went on. */
async function shownOn({ page }: Visit): Promise<string> {
  return `${page.url()}\n${(await page.locator('main').innerText()).replaceAll(/\n+/g, ' | ')}`;
}
