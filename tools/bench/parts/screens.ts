import type { Page } from 'playwright-core';
import { type Desk, openDesk } from '../console/desk.js';
import { fillLists, MANY } from '../console/manyCases.js';
import { type Herd, startHerd } from '../herd.js';
import { timed } from '../measure.js';
import type { Part, Row } from '../part.js';
import { median, spread } from '../stats.js';

const OPENINGS = 7;
const EVENTS = 40;
const WARM_UP = 5;

/** What people wait for at their browser. */
export const screens: Part = {
  name: 'screens',
  about: `first load, the list of ${MANY.toLocaleString('en')} cases, and what others do, in a browser`,
  async run(ground) {
    await fillLists(ground);
    const herd = await startHerd(ground, 1);
    const desk = await openDesk(ground, herd.client);
    try {
      return [...(await loads(desk)), await interactive(desk), ...(await toScreen(desk, herd))];
    } finally {
      await desk.stop();
      await herd.worker.stop();
    }
  },
};

/** Bytes over the line for a page in a browser that was never here, and how many requests. */
async function loaded(desk: Desk, path: string, shown: string, signedIn: boolean) {
  const { context, page } = await desk.sit(signedIn ? 'procurement' : undefined);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let [bytes, requests] = [0, 0];
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  await page.goto(path);
  await page.locator(shown).first().waitFor();
  await page.waitForLoadState('load');
  await context.close();
  return { bytes, requests };
}

async function loads(desk: Desk): Promise<Row[]> {
  const work = await loaded(desk, '/', 'h1', true);
  const signIn = await loaded(desk, '/sign-in', 'h1', false);
  const row = (what: string, { bytes, requests }: typeof work, atMost: number): Row => ({
    figure: `first load of ${what}, compressed`,
    ...{ value: bytes / 1000, unit: 'kB', goal: { of: 'value', atMost } },
    note: `${requests} requests, headers included`,
  });
  return [row('my work', work, 250), row('the sign-in page', signIn, 150)];
}

/** Until the rows of the list are there and the search takes what is typed, nothing cached. */
async function interactive(desk: Desk): Promise<Row> {
  const took: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const { context, page } = await desk.sit('procurement');
    took.push(
      await timed(async () => {
        await page.goto('/cases', { waitUntil: 'commit' });
        await page.locator('table.list tbody tr').nth(5).waitFor();
        await page.getByRole('textbox').first().click();
      }),
    );
    await context.close();
  }
  return {
    figure: `list of ${MANY.toLocaleString('en')} cases, from the address to interactive, nothing cached, p50`,
    ...{ value: median(took) / 1000, unit: 's', goal: { of: 'value', atMost: 1.5 } },
    note: `of ${OPENINGS}, the slowest ${(Math.max(...took) / 1000).toFixed(2)} s; browser and API on the same two cores`,
  };
}

const papersOn = (page: Page): Promise<number> => page.getByText('A paper', { exact: true }).count();

/** An act of one person until it stands on the page that another one has open. */
async function toScreen(desk: Desk, herd: Herd): Promise<Row[]> {
  const [caseId = ''] = herd.ids;
  const { context, page } = await desk.sit('compliance');
  await page.goto(`/cases/${caseId}/documents`);
  await page.locator('h1').waitFor();
  const took = { screen: [] as number[], receipt: [] as number[] };
  for (let i = -WARM_UP; i < EVENTS; i++) {
    const there = await papersOn(page);
    const from = performance.now();
    const sent = herd.send(caseId).then(() => performance.now() - from);
    await page.getByText('A paper', { exact: true }).nth(there).waitFor();
    const screen = performance.now() - from;
    const receipt = await sent;
    if (i < 0) continue;
    took.screen.push(screen);
    took.receipt.push(receipt);
  }
  await context.close();
  const [screen, receipt] = [spread(took.screen), spread(took.receipt)];
  return [
    {
      figure: 'an act until it stands on another’s open page, p99',
      ...{ value: screen.p99 / 1000, unit: 's', goal: { of: 'value', atMost: 1 } },
      note: `p50 ${(screen.p50 / 1000).toFixed(2)} s; receipt p50 ${receipt.p50.toFixed(0)} ms; ${EVENTS} acts, so p99 is the slowest`,
    },
  ];
}
