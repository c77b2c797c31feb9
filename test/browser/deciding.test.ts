import type { Page } from 'playwright-core';
import { PEOPLE } from '../../tools/browser/screens.js';
import { signInAtProvider } from '../../tools/browser/signIn.js';
import type { Visit } from '../../tools/browser/visit.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';
import { linkInLetter } from '../support/browser/letters.js';

const MINUTE_MS = 60_000;
const visited = houseOfFile({
  before: [{ name: 'deciding', scenario: 'project-iso', until: { decided: 'gate:contract' } }],
  clockBehindMs: 75 * MINUTE_MS,
});

const HANNA = PEOPLE.legal.email;
const FELIX = 'felix.sommer@meridian.example';
const QUESTION = 'Does the assignment cover drafts?';
const ANSWER = 'Yes: clause 4 names them.';
const path = () => `/cases/${visited.house().cases.deciding}/decide/gate%3Acontract`;

const reason = (page: Page) => page.getByRole('textbox', { name: 'Reason' });
const press = ({ page, hands }: Visit, name: string) => hands.click(page.getByRole('button', { name, exact: true }));
const told = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

/** Somebody at the page of the decision, signed in just now. */
async function deciding(email: string): Promise<Visit> {
  const visit = await visited.open();
  await signInAtProvider(visit, { email, to: path() });
  await reason(visit.page).waitFor();
  return visit;
}

test('given a phone, then what is to be read stands above the decision', async () => {
  const visit = await visited.open(undefined, { size: 'phone' });
  await signInAtProvider(visit, { email: FELIX, to: path() });
  const document = visit.page.getByRole('combobox', { name: 'Document' });
  const tops = await Promise.all([document, reason(visit.page)].map(async (one) => (await one.boundingBox())?.y));
  expect(tops).toEqual([...tops].sort((a = 0, b = 0) => a - b));
  expect(tops).not.toContain(undefined);
});

test('given the letter that asks for a decision, then four clicks lead from it to the receipt, with what follows on the page', async () => {
  const { url, mailboxUrl } = visited.house();
  const link = await linkInLetter(mailboxUrl, HANNA, /contract/i);
  const visit = await visited.open();
  const { page, hands } = visit;
  await page.goto(`${url}${link}`);
  hands.tally.clicks += 1;
  await hands.click(page.getByRole('link', { name: 'Sign in with your company account' }));
  await hands.click(page.getByRole('button', { name: HANNA }));
  await told(page, /^Do the contracts protect our rights and our secrets\?$/);
  await told(page, /^If you approve:/);
  await hands.fill(reason(page), QUESTION);
  await press(visit, 'Return with questions');
  await told(page, /^Returned with questions\. Recorded as number \d+\.$/);
  expect(hands.tally).toMatchObject({ clicks: 4, fields: 1 });
});

test('given questions that the vendor’s contact answers on the page, then whoever decides reads both there', async () => {
  const contact = await visited.open('candidateContact');
  await contact.page.goto(path());
  await told(contact.page, new RegExp(QUESTION.replace('?', '\\?')));
  await contact.hands.fill(contact.page.getByLabel('Answer'), ANSWER);
  await contact.hands.click(contact.page.locator('form button[type="submit"]'));
  await told(contact.page, /Recorded as number \d+/);
  const { page } = await deciding(FELIX);
  const section = page.locator('section').filter({ hasText: 'Questions and answers' });
  await section.getByText(ANSWER).waitFor();
  expect(await section.locator('dd').allInnerTexts()).toEqual([QUESTION, ANSWER]);
});

test('given no reason, then nothing is sent, and the field says that it is wanted and has the focus', async () => {
  const visit = await deciding(FELIX);
  const { page } = visit;
  const sent: string[] = [];
  page.on('request', (request) => void (request.url().endsWith('/commands/decide') && sent.push(request.url())));
  await press(visit, 'Approve');
  await page.getByText('Say why. It stands in the trail.').waitFor();
  expect(await reason(page).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  expect(sent).toEqual([]);
});

test('given a letter whose task waits no longer, then its link names what else waits', async () => {
  const { page } = await visited.open('candidateContact');
  await page.goto(`/tasks/${'f'.repeat(32)}`);
  await page.getByRole('heading', { level: 1, name: 'This task does not wait for you' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'What waits for you' }).waitFor();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
});

test('given two who decide at once, one of them after a sign-in too old, then it counts once, is seen without a reload, and nothing typed is lost', async () => {
  const [first, second, third] = [await deciding(HANNA), await deciding(FELIX), await visited.open()];
  for (const visit of [first, second, third]) visit.excuse(/403|409|ERR_FAILED/);
  await first.hands.fill(reason(first.page), 'The terms assign everything at creation.');
  for (let minutes = 0; minutes < 75; minutes += 25) {
    visited.house().catchUp(25 * MINUTE_MS);
    for (const { page } of [first, second]) await page.request.get('/api/session');
  }
  // The third does not hear what others do.
  await third.page.route('**/api/events', (route) => route.abort());
  await signInAtProvider(third, { email: FELIX, to: path() });
  await third.hands.fill(reason(third.page), 'I agree with the terms.');

  await press(first, 'Approve');
  await first.hands.click(first.page.getByRole('button', { name: HANNA }));
  await reason(first.page).waitFor();
  expect(await reason(first.page).inputValue()).toBe('The terms assign everything at creation.');
  await press(first, 'Approve');
  await told(first.page, /^Approved\. Recorded as number \d+\.$/);

  await told(second.page, /^You cannot decide this$/);
  await told(second.page, /^The terms assign everything at creation\.$/);

  await press(third, 'Approve');
  await third.page.getByRole('alert').filter({ hasText: 'is approved, not open' }).waitFor();
  await told(third.page, /^You cannot decide this$/);
  await told(third.page, /Your reason is kept on this device: I agree with the terms\./);
});
