import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { parse } from 'yaml';
import { violationsOn } from '../../tools/browser/accessibility.js';
import { minutesOf } from '../../tools/browser/hands.js';
import type { Visit } from '../../tools/browser/visit.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile();

const FILE = 'examples/cases/managed-team.yaml';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Somebody of procurement at the list of cases, with the form for a new one opened from there. */
async function atForm(): Promise<Visit> {
  const visit = await visited.open('procurement');
  const { page, hands } = visit;
  await page.goto('/cases');
  await hands.click(page.getByRole('link', { name: 'New case' }).first());
  await page.getByLabel('Title of the engagement').waitFor();
  return visit;
}

/** Answers a question of the form as a hand does; what the form has filled in already is left as it is. */
async function answer(visit: Visit, path: string, value: unknown): Promise<void> {
  const { page, hands } = visit;
  const at = page.locator(`[data-path="${path}"]`).first();
  if (isRecord(value)) {
    for (const [field, one] of Object.entries(value))
      await answer(visit, path === '' ? field : `${path}.${field}`, one);
    return;
  }
  if (Array.isArray(value)) return answerList(visit, at, path, value);
  const kind = await at.getAttribute('data-kind');
  if (kind === 'yes-no')
    return hands.click(at.getByRole('radio', { name: value === true ? 'Yes' : 'No', exact: true }));
  const radio = at.locator(`input[type="radio"][value="${String(value)}"]`);
  if ((await radio.count()) > 0) return hands.click(radio);
  if ((await at.locator(`input[type="hidden"]`).count()) > 0) return pick(visit, at, String(value));
  const field = kind === null ? at : at.locator('input, textarea').first();
  if ((await field.inputValue()) !== String(value)) await hands.fill(field, String(value));
}

const regions = new Intl.DisplayNames('en-GB', { type: 'region' });
/** What somebody types to find a choice: the name of a country, not its letters. */
const nameOfChoice = (value: string): string =>
  /^[A-Z]{2}$/.test(value) ? (regions.of(value) ?? value) : value.replaceAll('-', ' ');

/** Types into a list until the choice is there, and takes it. */
async function pick({ page, hands }: Visit, at: Locator, value: string): Promise<void> {
  if ((await at.locator('input[type="hidden"]').inputValue()) === value) return;
  await hands.fill(at.locator('input').first(), nameOfChoice(value));
  await hands.click(page.locator(`[role="option"][value="${value}"]`).filter({ visible: true }));
}

async function answerList(visit: Visit, at: Locator, path: string, values: unknown[]): Promise<void> {
  const { page, hands } = visit;
  for (const [i, one] of values.entries()) {
    if (!isRecord(one)) {
      await hands.click(at.locator(`input[type="checkbox"][value="${String(one)}"]`));
      continue;
    }
    const entry = page.locator(`[data-path^="${path}[${i}]"]`);
    const role = path.replace('client.people.', '');
    if ((await entry.count()) === 0)
      await hands.click(
        path === role ? at.locator('> button').last() : at.getByRole('button', { name: /^Another person/ }),
      );
    await answer(visit, `${path}[${i}]`, one);
  }
}

const ready = ({ page }: Visit) => page.getByText(/^Ready to open/).waitFor();

async function open(visit: Visit): Promise<void> {
  await visit.hands.click(visit.page.getByRole('button', { name: 'Open case' }));
  await visit.page.waitForURL(/\/cases\/c-[0-9a-f]{16}$/);
  await visit.page.getByText(/recorded as number \d+/).waitFor();
}

test('given vendor, contact, solution and terms, then they are typed in one flow, with at most eight clicks besides, and kept', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  await answer(visit, '', {
    title: 'Damage reports from photographs',
    startDate: '2026-09-07',
    model: 'managed-team',
    monthlyRateUsd: 12_000,
    vendor: { name: 'Odra Forecasting', country: 'PL', contact: { name: 'Paweł Rogala', email: 'pawel@odra.example' } },
    outcome: { statement: 'Claims are settled within a day.' },
  });
  expect(hands.tally.clicks).toBeLessThanOrEqual(8);
  expect(await page.locator('[data-path="vendor.timeZone"] input[type="hidden"]').inputValue()).toBe('Europe/Warsaw');
  await page.getByText(/^\d+ things? to answer or correct$/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Discard draft' }).waitFor();
  expect(await page.getByLabel('Title of the engagement').inputValue()).toBe('Damage reports from photographs');
  await hands.click(page.getByRole('button', { name: 'Discard draft' }));
  expect(await page.getByLabel('Title of the engagement').inputValue()).toBe('');
});

test('given the whole managed-team case, then it is typed and opened within twelve minutes of a person’s time', async () => {
  const file: unknown = parse(await readFile(FILE, 'utf8'));
  if (!isRecord(file) || !isRecord(file.client)) throw new Error('The example is no case file.');
  const visit = await atForm();
  const { people, ...client } = file.client;
  // Names first: the form makes addresses and short ids of them, as others are made.
  const engineers = listOf(file.engineers).map(({ name, ...more }) => ({ name, ...more }));
  await answer(visit, '', { ...file, client: { country: 'DE', ...client, people }, engineers });
  await ready(visit);
  expect(await violationsOn(visit.page)).toEqual([]);
  await open(visit);
  expect(minutesOf(visit.hands.tally)).toBeLessThanOrEqual(12);
});

test('given a case file that is dropped, then it fills everything in, what is odd is said beside the plan, and it opens', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  const text = (await readFile(FILE, 'utf8'))
    .replace('name: Bałtyk AI', 'name: Odra Forecasting')
    .replace(/\n {4}privacy: .*/, '');
  await hands.drop(page.locator('.drop'), { name: 'case.yaml', type: 'application/yaml', text });
  await page.getByText('Filled in from case.yaml').waitFor();
  await ready(visit);
  const warnings = page.getByRole('region', { name: 'Warnings' });
  await warnings.getByText(/privacy/i).waitFor();
  await open(visit);
  expect(hands.tally).toMatchObject({ clicks: 3, keys: 0, fields: 0 });
});

test('given an answer that cannot be, then opening leads to its field with the reason, and nothing is opened', async () => {
  const visit = await atForm();
  const { page, hands } = visit;
  const text = (await readFile(FILE, 'utf8')).replace('marta.zielinska@baltyk.example', 'marta at baltyk');
  await hands.drop(page.locator('.drop'), { name: 'case.yaml', type: 'application/yaml', text });
  await page.getByText(/^1 thing to answer or correct$/).waitFor();
  await hands.click(page.getByRole('button', { name: 'Open case' }));
  const field = page.locator('[data-path="vendor.contact.email"] input');
  await page.locator('[data-path="vendor.contact.email"] [aria-invalid="true"]').waitFor();
  expect(await field.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/cases/new');
});
