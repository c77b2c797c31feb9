import { z } from 'zod';
import type { House } from './house/house.js';
import type { Screen, ScreenState } from './screens.js';
import type { Visit } from './visit.js';

const Work = z.object({ rows: z.array(z.object({ kind: z.string(), to: z.string() })) });
const Places = z.object({ rows: z.array(z.object({ provider: z.string(), placeId: z.string() })) });
const Leases = z.object({ asOf: z.string(), leases: z.array(z.object({ person: z.string() })) });
const Papers = z.object({ papers: z.array(z.object({ id: z.string() })) });

/** What every read answers in the state `error`; who is signed in is known all the same. */
const REFUSAL = {
  type: 'about:blank',
  status: 500,
  code: 'Internal',
  title: 'Unexpected error',
  detail: 'Something went wrong on our side.',
};
const READS = /\/api\/(?!session$|events|sign-in)/;

/** Goes to a screen in a state, and waits until nothing on it is loading; undefined where there is no such task. */
export async function show(
  visit: Visit,
  house: House,
  screen: Screen,
  state: ScreenState,
): Promise<string | undefined> {
  const { page, context } = visit;
  const path = await addressOf(page, house, screen, state);
  if (path === undefined) return undefined;
  if (screen.excused !== undefined) visit.excuse(screen.excused);
  await context.unroute(READS);
  if (state === 'error')
    await context.route(READS, (route) =>
      route.fulfill({ status: REFUSAL.status, contentType: 'application/problem+json', body: JSON.stringify(REFUSAL) }),
    );
  await page.clock.setFixedTime(house.times[screen.at ?? 'deciding'] ?? Date.now());
  await page.goto(path);
  await settled(visit, state);
  if (screen.keys !== undefined) {
    await page.keyboard.press(screen.keys);
    await page.getByRole('dialog').waitFor();
  }
  return path;
}

/** Where the first place of all is shown. */
async function firstPlace(page: Visit['page']): Promise<string | undefined> {
  const [place] = Places.parse(await (await page.request.get('/api/places')).json()).rows;
  return place && `/access/places/${place.provider}/${place.placeId}`;
}

/** A question about the first grant of a case, at the time that it is there. */
async function firstGrant(page: Visit['page'], caseId: string): Promise<string> {
  const { leases, asOf } = Leases.parse(await (await page.request.get(`/api/cases/${caseId}`)).json());
  return new URLSearchParams({ person: leases[0]?.person ?? 'none', at: asOf.slice(0, 16) }).toString();
}

async function addressOf(page: Visit['page'], { cases }: House, { path }: Screen, state: ScreenState) {
  if (path === '{place}') return await firstPlace(page);
  const task = /^\{work:([a-z-]+)\}$/.exec(path)?.[1];
  if (task === undefined) {
    const [, named = ''] = /\{(\w+)\}/.exec(path) ?? [];
    const caseId = cases[state === 'empty' ? 'opened' : named] ?? named;
    const paper = path.includes('{paper}') ? await firstPaper(page, caseId) : '';
    const grant = path.includes('{explain}') ? await firstGrant(page, caseId) : '';
    return path.replace(`{${named}}`, caseId).replace('{paper}', paper).replace('{explain}', grant);
  }
  const answer = await page.request.get('/api/work');
  return Work.parse(await answer.json()).rows.find(({ kind }) => kind === task)?.to;
}

async function firstPaper(page: Visit['page'], caseId: string): Promise<string> {
  const answer = await page.request.get(`/api/cases/${caseId}`);
  return Papers.parse(await answer.json()).papers[0]?.id ?? 'none';
}

/** What is waited for: a heading is there; in the state `error` an alert says why. */
async function settled(visit: Visit, state: ScreenState): Promise<void> {
  const { page } = visit;
  const there = state === 'error' ? page.getByRole('alert') : page.getByRole('heading', { level: 1 });
  await there.first().waitFor();
  await still(visit);
}

/** Waits until nothing was asked and not yet answered, and nothing is loading. */
export async function still({ page, underWay }: Visit): Promise<void> {
  do {
    await page.locator('[aria-label="Loading"], [aria-busy="true"]').first().waitFor({ state: 'detached' });
    // What has come is drawn in the first frame, and may ask for more by the second.
    await page.evaluate(TWO_FRAMES);
  } while (underWay() > 0);
  await page.evaluate('document.fonts.ready.then(() => true)');
}

const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

/** Pixels by which a page is wider than its window; 0 where nothing has to be scrolled sideways. */
export const overflowOf = async (page: Visit['page']): Promise<number> =>
  z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
