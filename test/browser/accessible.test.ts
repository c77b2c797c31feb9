import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { violationsOn } from '../../tools/browser/accessibility.js';
import { SCREENS, type Screen } from '../../tools/browser/screens.js';
import { show } from '../../tools/browser/show.js';
import { type Scheme, SIZES, type Size } from '../../tools/browser/visit.js';
import { BEFORE } from '../../tools/screenshots/before.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile({ before: BEFORE });

const shown = SCREENS.filter(({ states }) => states.includes('full'));
/** A size and colours, and the rules that can tell another thing there than in the looks before. */
type Look = { size: Size; scheme: Scheme; rules?: string[] };
const COLOURS = ['color-contrast'];
const LOOKS: Look[] = [
  { size: 'desk', scheme: 'light' },
  { size: 'desk', scheme: 'dark', rules: COLOURS },
  { size: 'phone', scheme: 'light', rules: COLOURS },
  { size: 'phone', scheme: 'dark' },
];
const OPENED_LOOKS = LOOKS.filter(({ rules }) => rules === undefined);
const OPENED = '[role="dialog"], [role="menu"], [role="listbox"]';

const Routes = z.object({ all: z.array(z.string()), here: z.string().optional() });
const reached = new Set<string>();
let routes: string[] = [];
/** What was opened already, by kind and name. */
const seen = new Set<string>();

/** Runs in the page: the addresses that the router knows, and the one that this page is at. */
const ROUTES = `({
  all: Object.keys(globalThis.__TSR_ROUTER__.routesByPath),
  here: globalThis.__TSR_ROUTER__.state.matches.at(-1)?.fullPath,
})`;
const UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

/** An address without the slash at its end, which the first page of a frame has. */
const bare = (path: string): string => path.replace(/(?<=.)\/$/, '');

async function take(page: Page, { size, scheme }: Look): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(TWO_FRAMES);
}

async function judge(page: Page): Promise<string[]> {
  const told: string[] = [];
  for (const look of LOOKS) {
    await take(page, look);
    const { rules } = look;
    const found = await violationsOn(page, rules === undefined ? {} : { rules });
    told.push(...found.map((line) => `${look.size} ${look.scheme}: ${line}`));
  }
  await take(page, { size: 'desk', scheme: 'light' });
  return told;
}

async function judgeOpen(page: Page, what: string): Promise<string[]> {
  const told: string[] = [];
  for (const look of OPENED_LOOKS) {
    await take(page, look);
    const found = await violationsOn(page, { within: OPENED });
    told.push(...found.map((line) => `${look.size} ${look.scheme}, ${what}: ${line}`));
  }
  await take(page, { size: 'desk', scheme: 'light' });
  return told;
}

const opens = (page: Page): Locator => page.locator('[aria-haspopup]:visible:not([disabled])');
const isOpen = (page: Page): Locator => page.locator(OPENED).filter({ visible: true }).first();
const item = (page: Page): Locator => page.locator('[role="menuitem"][aria-haspopup]');

/** What an opener is called; the lists of one kind and the menu of oneself are everywhere the same. */
async function nameOf(opener: Locator, kind: string | null): Promise<string> {
  if (kind === 'listbox') return 'a list';
  if ((await opener.locator('xpath=ancestor::nav[@aria-label="Places"]').count()) > 0) return `${kind} of the frame`;
  return (await opener.innerText()).trim() || ((await opener.getAttribute('aria-label')) ?? '');
}

/** Closes whatever hangs over the page. */
async function close(page: Page): Promise<void> {
  while (await isOpen(page).isVisible()) {
    await page.keyboard.press('Escape');
    await page.evaluate(TWO_FRAMES);
  }
}

/** Opens what a page can open, one after the other: dialogs with their forms, menus with what is behind their entries, one list. */
async function judgeOpened(page: Page): Promise<string[]> {
  const told: string[] = [];
  for (let i = 0; i < (await opens(page).count()); i += 1) {
    const opener = opens(page).nth(i);
    const kind = await opener.getAttribute('aria-haspopup');
    const name = await nameOf(opener, kind);
    if (seen.has(`${kind} ${name}`)) continue;
    seen.add(`${kind} ${name}`);
    await opener.click();
    await isOpen(page).waitFor();
    told.push(...(await judgeOpen(page, name)));
    const acts = kind === 'menu' ? await item(page).allInnerTexts() : [];
    for (const [entry, act] of acts.entries()) {
      if (!(await page.getByRole('menu').isVisible())) await opener.click();
      await item(page).nth(entry).click();
      await page.locator('[role="dialog"] form').waitFor();
      told.push(...(await judgeOpen(page, act)));
      await close(page);
    }
    await close(page);
  }
  return told;
}

async function judgeScreen(screen: Screen): Promise<string[]> {
  const visit = await visited.open(screen.as);
  const { page } = visit;
  expect(await show(visit, visited.house(), screen, 'full')).toBeDefined();
  const { all, here } = Routes.parse(await page.evaluate(ROUTES));
  routes = all;
  if (here !== undefined) reached.add(bare(here));
  await page.evaluate(UNFOLD);
  const told = await judge(page);
  return screen.keys === undefined ? [...told, ...(await judgeOpened(page))] : told;
}

test.each(shown.map((screen) => [screen.name, screen] as const))(
  '%s breaks no rule of WCAG 2.2 A and AA, on a desk and a phone, light and dark, nor does what opens on it',
  async (_name, screen) => expect(await judgeScreen(screen)).toEqual([]),
);

test('every address of the router is among the screens', () => {
  const missing = routes.map(bare).filter((path) => !reached.has(path));
  expect([...new Set(missing)]).toEqual([]);
});
