import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { violationsOn } from '../../tools/browser/accessibility.js';
import { startBrowser } from '../../tools/browser/browser.js';
import { minutesOf } from '../../tools/browser/hands.js';
import { openVisit } from '../../tools/browser/visit.js';
import { browserOfFile } from '../support/browser/browserOfFile.js';
import { servePages } from '../support/browser/staticPages.js';
import { waitUntil } from '../support/real/waitUntil.js';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`;

const PAGES = {
  '/good': { html: page('<h1>Good</h1><label>Name <input></label><button>Send</button>') },
  '/tiny': {
    html: page(
      '<h1>Tiny</h1><a href="/good" style="position:absolute;top:90px;left:9px;width:8px;height:8px">a</a><a href="/tiny" style="position:absolute;top:90px;left:19px;width:8px;height:8px">b</a><input>',
    ),
  },
  '/console': { html: page('<script>console.error("A wheel came off.")</script>') },
  '/throws': { html: page('<script>throw new Error("Nobody caught this.")</script>') },
  '/rejects': { html: page('<script>Promise.reject(new Error("Nobody awaited this."))</script>') },
  '/policy': {
    html: page('<p style="color:red">Red</p>'),
    headers: { 'content-security-policy': "default-src 'self'; img-src data:" },
  },
  '/elsewhere': { html: page('<img alt="" src="http://tracker.example/x.png">') },
  '/literal': { html: page('<img alt="" src="http://192.0.2.7/x.png">') },
  '/down': { html: page('<h1>Down</h1>'), status: 503 },
  '/drop': {
    html: page(`<div id="place">Drop here</div><script>
      place.ondragover = (event) => event.preventDefault();
      place.ondrop = async (event) => { event.preventDefault(); place.textContent = await event.dataTransfer.files[0].text(); };
    </script>`),
  },
};

const NetLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.looseObject({ address: z.string().optional() }).optional() })),
});

let site: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  site = await servePages(PAGES);
});
afterAll(() => site?.stop());

describe('a visit that works', () => {
  const visits = browserOfFile();

  test('given a page without a fault, then none is found, and what hands did is counted', async () => {
    const { page, hands, faults } = await visits.open({ baseUrl: site.url });
    await page.goto('/good');
    await hands.fill(page.getByLabel('Name'), 'Ada');
    await hands.click(page.getByRole('button', { name: 'Send' }));
    await hands.press('Control+k');
    expect(hands.tally).toEqual({ clicks: 1, keys: 5, fields: 1 });
    expect(minutesOf(hands.tally)).toBeCloseTo((2.65 + 5 * 0.28 + 3.45) / 60, 5);
    expect(await violationsOn(page)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  test.each([
    ['desk', 'light', [1440, 900, 'light']],
    ['phone', 'dark', [390, 844, 'dark']],
  ] as const)('a %s in the %s has its size and its colours', async (size, scheme, expected) => {
    const { page } = await visits.open({ baseUrl: site.url, size, scheme });
    await page.goto('/good');
    const asked = `[innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light']`;
    expect(await page.evaluate(asked)).toEqual(expected);
  });

  test('a file is dropped as from the desktop', async () => {
    const { page, hands } = await visits.open({ baseUrl: site.url });
    await page.goto('/drop');
    await hands.drop(page.locator('#place'), { name: 'case.yaml', type: 'application/yaml', text: 'title: Forecasts' });
    await page.getByText('title: Forecasts').waitFor();
  });

  test('given targets too small and a field without a label, then rule, selector and page are told', async () => {
    const { page } = await visits.open({ baseUrl: site.url });
    await page.goto('/tiny');
    const told = (await violationsOn(page)).map((line) => line.split(' · ').slice(0, 3).join(' · '));
    expect(told).toEqual([
      'label · input · /tiny',
      'target-size · a[href$="good"] · /tiny',
      'target-size · a[href$="tiny"] · /tiny',
    ]);
  });
});

describe('a visit on which something goes wrong', () => {
  let running: Awaited<ReturnType<typeof startBrowser>>;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'drawbridge-net-'));
    running = await startBrowser({ netLog: join(dir, 'net.json') });
  });
  afterAll(async () => {
    await running?.stop();
    await rm(dir, { recursive: true });
  });

  test.each([
    ['/console', 'console', 'A wheel came off.'],
    ['/throws', 'error', 'Nobody caught this.'],
    ['/rejects', 'error', 'Nobody awaited this.'],
    ['/policy', 'policy', 'style-src-attr blocks inline'],
    ['/elsewhere', 'elsewhere', 'GET http://tracker.example/x.png'],
    ['/literal', 'elsewhere', 'GET http://192.0.2.7/x.png'],
    ['/literal', 'request', 'net::ERR_NAME_NOT_RESOLVED'],
    ['/down', 'answer', ': 503'],
  ])('%s is told as %s', async (path, kind, what) => {
    const visit = await openVisit(running.browser, { baseUrl: site.url });
    await visit.page.goto(path);
    const found = await waitUntil(kind, () =>
      visit.faults().find((fault) => fault.kind === kind && fault.what.includes(what)),
    );
    expect(found.page).toBe(`${site.url}${path}`);
    visit.excuse(/./);
    expect(visit.faults()).toEqual([]);
    await visit.close();
  });

  test('the browser has connected to loopback and to nothing else', async () => {
    await running.stop();
    const { constants, events } = NetLog.parse(JSON.parse(await readFile(join(dir, 'net.json'), 'utf8')));
    const { TCP_CONNECT_ATTEMPT: attempt, UDP_BYTES_SENT: datagram } = constants.logEventTypes;
    const reached = new Set(events.flatMap(({ type, params }) => (type === attempt && params?.address) || []));
    expect([...reached]).toEqual([new URL(site.url).host]);
    expect(events.filter(({ type }) => type === datagram)).toEqual([]);
  });
});
