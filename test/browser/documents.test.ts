import type { Locator } from 'playwright-core';
import { violationsOn } from '../../tools/browser/accessibility.js';
import type { Visit } from '../../tools/browser/visit.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile({ before: [{ name: 'running', scenario: 'managed-team', until: { day: 13 } }] });

const TITLE = 'Assignment of Ada, second version';
const documents = (): string => `/cases/${visited.house().cases.running}/documents`;

/** A PDF of two pages, as a word processor would make it. */
async function madePdf(): Promise<Buffer> {
  const { page } = await visited.open();
  await page.setContent(
    '<h1>Assignment of rights</h1><p>Ada hereby assigns all rights.</p><p style="break-before: page">Signatures</p>',
  );
  return page.pdf({ format: 'A4' });
}

async function choose({ page, hands }: Visit, list: Locator, option: string | RegExp): Promise<void> {
  await hands.click(list);
  await hands.click(page.getByRole('option', { name: option }));
}

test('given a PDF that the vendor’s contact drops, then its signer reads it on a phone and signs exactly that text', async () => {
  const buffer = await madePdf();
  const contact = await visited.open('contact');
  await contact.page.goto(documents());
  await contact.hands.click(contact.page.getByRole('button', { name: 'Add a document' }));
  const dialog = contact.page.getByRole('dialog');
  await dialog.locator('input[type="file"]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer });
  await contact.hands.fill(dialog.getByLabel('Title'), TITLE);
  await choose(contact, dialog.getByRole('combobox', { name: 'Kind' }), 'Assignment of rights');
  await choose(contact, dialog.getByRole('combobox', { name: 'About whom' }), /^Ada/);
  await dialog.getByText(/^Assignment of rights about Ada .* To be signed by Ada /).waitFor();
  expect(await violationsOn(contact.page)).toEqual([]);
  await contact.hands.click(dialog.getByRole('button', { name: 'Register and send' }));
  await contact.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  const { page, hands } = await visited.open('engineer', { size: 'phone' });
  await page.goto(documents());
  await hands.click(page.getByRole('link', { name: new RegExp(TITLE) }));
  await page.getByText(/ asks you to sign this document\. It passes the rights in what Ada /).waitFor();
  await page.getByText(/Page 1 of 2\. Assignment of rights\s+Ada hereby assigns all rights\./).waitFor();
  const sign = page.getByRole('button', { name: /^Sign text [0-9a-f]{4} [0-9a-f]{4}$/ });
  await sign.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(sign);
  await page.getByText(/^Signed\. Recorded as number \d+\.$/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

test('given a text that is not the one of its hash, then it is not shown and there is nothing to sign with', async () => {
  const visit = await visited.open('legal');
  visit.excuse(/./);
  const { page } = visit;
  await page.route('**/documents/*', (route) => route.fulfill({ contentType: 'text/plain', body: 'Another text.' }));
  await page.goto(documents());
  await page
    .getByRole('link', { name: /Master/ })
    .first()
    .click();
  await page.getByText('The text that arrived is not the one that this document names.').waitFor();
  expect(await page.getByText('Another text.').count()).toBe(0);
});

test('given what runs in a case, then KPIs, incidents and the report are shown, each without a fault', async () => {
  const { page } = await visited.open('manager');
  const at = documents().replace(/documents$/, '');
  for (const [path, text] of [
    ['running', 'Record a reading'],
    ['incidents', 'Drill: Unauthorised access'],
  ] as const) {
    await page.goto(`${at}${path}`);
    await page.getByText(text).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
  }
  await page.goto(`${at}report`);
  await page.frameLocator('iframe').getByText('Vendor onboarding report').first().waitFor();
});
