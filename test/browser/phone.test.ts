import { violationsOn } from '../../tools/browser/accessibility.js';
import { overflowOf } from '../../tools/browser/show.js';
import { signInByCode } from '../../tools/browser/signIn.js';
import type { Visit } from '../../tools/browser/visit.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';
import { linkInLetter } from '../support/browser/letters.js';

const visited = houseOfFile({ before: [{ name: 'running', scenario: 'managed-team', until: { day: 4 } }] });

const MARTA = 'marta.zielinska@baltyk.example';
const LUKASZ = 'lukasz@baltyk.example';
const TITLE = 'Assignment of Łukasz';
const at = () => `/cases/${visited.house().cases.running}`;

/** Somebody with a phone in their hand, who has signed in by the code of a letter. */
async function onPhone(email: string, to = '/'): Promise<Visit> {
  const visit = await visited.open(undefined, { size: 'phone' });
  await signInByCode(visit, { email, to }, visited.house().mailboxUrl);
  return visit;
}

/** The page is no wider than the phone, and nothing on it is too small to be hit or breaks another rule. */
async function fits({ page }: Visit): Promise<void> {
  expect(await overflowOf(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
}

const told = ({ page }: Visit, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Adds a document of a kind by its file, and sends it to whoever signs it. */
async function add({ page, hands }: Visit, kind: string, title: string, about?: RegExp): Promise<void> {
  await page.goto(`${at()}/documents`);
  await hands.click(page.getByRole('button', { name: 'Add a document' }));
  const dialog = page.getByRole('dialog');
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(`${title}.`) };
  await hands.attach(dialog.locator('input[type="file"]'), file);
  await hands.fill(dialog.getByLabel('Title'), title);
  await hands.choose(dialog.getByRole('combobox', { name: 'Kind' }), kind);
  if (about !== undefined) {
    await hands.click(dialog.getByRole('combobox', { name: 'About whom' }));
    await hands.click(page.getByRole('option', { name: about }));
  }
  await hands.click(dialog.getByRole('button', { name: 'Register and send' }));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function sign(visit: Visit): Promise<void> {
  await visit.hands.click(visit.page.getByRole('button', { name: /^Sign text [0-9a-f]{4} [0-9a-f]{4}$/ }));
  await told(visit, /^Signed\. Recorded as number \d+\.$/);
}

test('given the vendor’s contact on a phone, then they sign in by the code, find their work, and fill in a form', async () => {
  const visit = await onPhone(MARTA);
  const { page, hands } = visit;
  await page.locator('.work-row').first().waitFor();
  await fits(visit);
  await hands.click(page.getByRole('link', { name: /people gate/ }).first());
  const form = page.getByRole('link', { name: /^The person is told what is kept about them.*Łukasz/ });
  await form.waitFor();
  // Each form once: those that are asked for person by person stand there with their person alone.
  expect(await page.locator('.content a.row').count()).toBe(3);
  await fits(visit);
  await hands.click(form);
  const notice = { name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from('Notice to the team.') };
  await hands.attach(page.locator('input[type="file"]'), notice);
  await told(visit, /^notice\.txt/);
  for (const what of await page.getByRole('checkbox', { name: /^(?!None)/ }).all())
    if (!(await what.isChecked())) await hands.click(what);
  await hands.choose(page.getByRole('combobox'), 'Marta Zielińska');
  await hands.fill(page.locator('input[type="date"]'), '2026-08-28');
  await hands.click(page.getByRole('radio', { name: 'Yes' }));
  await fits(visit);
  await hands.click(page.getByRole('button', { name: 'Submit' }));
  await told(visit, 'Submitted: the control is met.');
  await fits(visit);
});

test('given the vendor’s contact on a phone, then they add a document for themselves and one for an engineer, and sign theirs', async () => {
  const visit = await onPhone(MARTA);
  await add(visit, 'Bridge letter', 'Nothing has changed since the report');
  await fits(visit);
  await sign(visit);
  await fits(visit);
  await add(visit, 'Assignment of rights', TITLE, /^Łukasz/);
  await visit.page.goto(at());
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  await fits(visit);
});

test('given an engineer who is asked by letter to sign, then they see what their access waits for, sign on their phone, and see what it waits for then', async () => {
  const link = await linkInLetter(visited.house().mailboxUrl, LUKASZ, /sign/i);
  const visit = await onPhone(LUKASZ, at());
  const { page } = visit;
  await told(visit, 'Waits for your signature');
  await fits(visit);
  await page.goto(`${visited.house().url}${link}`);
  await told(visit, / asks you to sign this document\. /);
  await fits(visit);
  await sign(visit);
  await fits(visit);
  await page.goto(at());
  await told(visit, 'Waits for others; nothing to do for you');
  await fits(visit);
});
