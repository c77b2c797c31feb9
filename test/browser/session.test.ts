import type { Page, Request } from 'playwright-core';
import { PEOPLE } from '../../tools/browser/screens.js';
import { signInAtProvider } from '../../tools/browser/signIn.js';
import type { Visit } from '../../tools/browser/visit.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile({ before: [{ name: 'opened', scenario: 'staff-augmentation', until: { day: 0 } }] });

const DECIDES = ['priorities', 'scope', 'acceptance'];

/** Somebody of procurement who has just signed in, at the form of who the point of contact is. */
async function atForm(): Promise<Visit> {
  const visit = await visited.open();
  const to = `/cases/${visited.house().cases.opened}/form/ON-4`;
  await signInAtProvider(visit, { email: PEOPLE.procurement.email, to });
  await visit.page.getByRole('button', { name: 'Submit' }).waitFor();
  return visit;
}

const contact = (page: Page) => page.getByRole('combobox', { name: 'point of contact' });

async function chooseContact({ page, hands }: Visit): Promise<void> {
  await hands.click(contact(page));
  await hands.click(page.getByRole('option', { name: /^Jonas Brandt/ }));
}

/** Ticks what is not ticked yet. */
async function tick({ page, hands }: Visit, boxes = DECIDES): Promise<void> {
  for (const name of boxes) {
    const box = page.getByRole('checkbox', { name });
    if (!(await box.isChecked())) await hands.click(box);
  }
}

async function fillIn(visit: Visit): Promise<void> {
  await chooseContact(visit);
  await tick(visit);
}

/** What stands in the form. */
const answers = async (page: Page) => ({
  contact: await contact(page).inputValue(),
  ticked: await page
    .getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value'))),
});
const HALF = { contact: expect.stringContaining('Jonas Brandt'), ticked: ['priorities'] };

const submit = ({ page, hands }: Visit) => hands.click(page.getByRole('button', { name: 'Submit' }));
const isMet = (page: Page) => page.getByText('Submitted: the control is met.').waitFor();

/** How often the form was recorded in the case. */
async function recorded(page: Page): Promise<number> {
  const story = await page.request.get(`/api/cases/${visited.house().cases.opened}/story?control=ON-4`);
  const { entries }: { entries: { fact: string }[] } = await story.json();
  return entries.filter(({ fact }) => fact === 'EvidenceSubmitted').length;
}

const isForm = (request: Request) => request.url().endsWith('/commands/submit-evidence');

test('given a session that ends while a form is half filled in, then one signs in again, finds it as it was, and submits it', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  visit.excuse(/401/);
  await chooseContact(visit);
  await tick(visit, ['priorities']);
  const { sessionId, csrf } = await (await page.request.get('/api/session')).json();
  const headers = { 'x-csrf-token': csrf, origin: visited.house().url };
  expect((await page.request.delete(`/api/sessions/${sessionId}`, { headers })).status()).toBe(204);
  await page.keyboard.press('Tab');
  await page.evaluate("document.querySelector('form').requestSubmit()");
  await page.getByText('Your session has ended').waitFor();
  await hands.click(page.getByRole('link', { name: 'Sign in with your company account' }));
  const again = page.getByRole('button', { name: PEOPLE.procurement.email });
  await again.or(contact(page)).waitFor();
  if (await again.isVisible()) await hands.click(again);
  await contact(page).waitFor();
  expect(await answers(page)).toEqual(HALF);
  await tick(visit, ['scope', 'acceptance']);
  await submit(visit);
  await isMet(page);
});

test('given a session that ends, when somebody else signs in on the device, then what was typed is nobody’s', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  visit.excuse(/401/);
  await hands.click(page.getByRole('checkbox', { name: 'scope' }));
  const kept = () => page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length");
  expect(await kept()).toBe(1);
  await visit.context.clearCookies();
  await signInAtProvider(visit, { email: PEOPLE.legal.email, to: '/' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await kept()).toBe(0);
});

test('given a page that is loaded again, then what was typed is there, and discarding it leaves nothing', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  await hands.click(page.getByRole('checkbox', { name: 'scope' }));
  const before = await answers(page);
  await page.reload();
  await page.getByRole('button', { name: 'Discard draft' }).waitFor();
  expect(await answers(page)).toEqual(before);
  await hands.click(page.getByRole('button', { name: 'Discard draft' }));
  await page.reload();
  await page.getByRole('button', { name: 'Submit' }).waitFor();
  expect(await page.getByRole('button', { name: 'Discard draft' }).count()).toBe(0);
});

test('given a connection that is lost, then it is said, what was typed stays, and it mends itself', async () => {
  const visit = await atForm();
  const { page, context } = visit;
  visit.excuse(/ERR_INTERNET_DISCONNECTED/);
  const told = page.getByRole('status').filter({ hasText: 'Connection lost' });
  await fillIn(visit);
  const before = await answers(page);
  await context.setOffline(true);
  await told.waitFor();
  await submit(visit);
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  expect(await answers(page)).toEqual(before);
  await context.setOffline(false);
  await told.waitFor({ state: 'detached' });
  expect(await answers(page)).toEqual(before);
  await submit(visit);
  await page.getByText(/^Recorded as number \d+$/).waitFor();
});

test('given an answer that is lost on its way, then a second press is the same act and is recorded once', async () => {
  const visit = await atForm();
  const { page } = visit;
  visit.excuse(/ERR_FAILED/);
  await fillIn(visit);
  const before = await recorded(page);
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => void (isForm(request) && keys.push(request.headers()['idempotency-key'])));
  await page.route(
    '**/commands/submit-evidence',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await submit(visit);
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  await submit(visit);
  await page.getByText(/^Recorded as number \d+$/).waitFor();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(await recorded(page)).toBe(before + 1);
});

test('given a server that says what is away, then the page says it too and shows what was asked for once it is back', async () => {
  const visit = await atForm();
  const { page } = visit;
  visit.excuse(/503/);
  const detail = 'The database cannot be reached.';
  const answer = { status: 503, code: 'DatabaseUnavailable', title: 'Unavailable', detail };
  const body = JSON.stringify(answer);
  const reads = /\/api\/(cases|vendors)\b/;
  await page.route(reads, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body }));
  const asked = Date.now();
  await page.goto('/cases');
  await page.getByRole('status').filter({ hasText: detail }).waitFor();
  expect(Date.now() - asked).toBeLessThan(5_000);
  await page.unroute(reads);
  await page.getByRole('link', { name: 'MLOps reinforcement' }).waitFor();
  await page.getByText(detail).waitFor({ state: 'detached' });
});

test('given a refusal of the server at a field, then its sentence stands there and the focus is in it', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  visit.excuse(/400/);
  await page.goto(`/cases/${visited.house().cases.opened}/do/ReportIncident`);
  const send = page.locator('form button[type="submit"]');
  await send.waitFor();
  await hands.click(send);
  const field = page.locator('[aria-invalid="true"]').first();
  await field.waitFor();
  const said = await field.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id: string) => one.ownerDocument.getElementById(id)?.textContent)
      .join(' ')
      .trim(),
  );
  expect(said).not.toBe('');
  expect(await field.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
});
