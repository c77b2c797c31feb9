import type { Page } from 'playwright-core';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile({
  before: [{ name: 'deciding', scenario: 'project-iso', until: { decided: 'gate:data-protection' } }],
});

const pathOf = (page: Page): string => new URL(page.url()).pathname;
/** Where the row leads that the keys are on. */
const marked = (page: Page): Promise<string | null> => page.locator('.work-row[data-active]').getAttribute('href');
const focused = (page: Page) => page.locator(':focus');

test('given my work, then j and k go through its rows, Enter opens one, e opens the next, and ? lists the keys', async () => {
  const { page, hands } = await visited.open('manager');
  await page.goto('/');
  const rows = page.locator('.work-row');
  await rows.first().waitFor();
  const [first = '', second = ''] = await rows.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const [key, where] of [
    ['j', first],
    ['j', second],
    ['k', first],
  ] as const) {
    await hands.press(key);
    await page.locator(`.work-row[data-active][href="${where}"]`).waitFor();
  }
  await hands.press('j');
  expect(await marked(page)).toBe(second);
  await hands.press('Enter');
  await page.waitForURL((url) => url.pathname + url.search === second);
  await rows.first().waitFor({ state: 'detached' });
  await page.goBack();
  await rows.first().waitFor();
  await hands.press('e');
  await page.waitForURL((url) => url.pathname + url.search === first);
  await hands.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await keys.waitFor();
  for (const key of ['Ctrl K', 'j / k', 'Enter', 'e', 'g w', '?', 'Esc'])
    await keys.getByText(key, { exact: true }).waitFor();
  await hands.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await hands.type('gc');
  await page.waitForURL('**/cases');
});

test('given a field that one types into, then the letters of the keys are letters', async () => {
  const { page, hands } = await visited.open('privacy');
  await page.goto('/');
  await page.locator('.work-row').first().waitFor();
  await hands.press('j');
  await hands.press('Enter');
  await page.getByRole('textbox', { name: 'Reason' }).focus();
  await hands.type('e? gc');
  expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('e? gc');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('given Ctrl-K, then it finds a case, a person in it, and an act on it', async () => {
  const { page, hands } = await visited.open('security');
  const at = `/cases/${visited.house().cases.deciding}`;
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [text, option, to] of [
    ['Odra', /^Delivery-time forecasts for consignees, a project/, at],
    ['Ada', /^Ada /, `${at}/people`],
    ['report an', /^Report an incident/, `${at}/do/ReportIncident`],
  ] as const) {
    await hands.press('Control+k');
    await page.getByRole('combobox', { name: /^Find a case/ }).waitFor();
    await hands.type(text);
    await page.getByRole('option', { name: option, selected: true }).waitFor();
    await hands.press('Enter');
    await page.waitForURL((url) => url.pathname === to);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

test('given a decision, then it is opened, read and made by the keyboard alone, with three tab stops to the button', async () => {
  const { page, hands } = await visited.open('privacy');
  await page.goto('/');
  await page.locator('.work-row').first().waitFor();
  await hands.press('j');
  await hands.press('Enter');
  await page.waitForURL(/\/decide\//);
  await page.getByText(/^If you approve:/).waitFor();
  await page.evaluate('localStorage.clear()');
  const stops: string[] = [];
  const tab = async () => {
    await hands.press('Tab');
    stops.push(await focused(page).innerText());
  };
  await tab();
  await tab();
  await hands.press('Enter');
  await hands.press('Control+a');
  await hands.type('All fifteen checks hold.');
  await tab();
  expect(stops).toEqual(['Skip to content', 'Skip to the decision', 'Approve']);
  await hands.press('Enter');
  await page.getByText(/^Approved\. Recorded as number \d+\.$/).waitFor();
  expect(hands.tally.clicks).toBe(0);
  expect(pathOf(page)).toMatch(/\/decide\//);
});
