import type { Page } from 'playwright-core';
import { plusMs } from '../../domain/time.js';
import type { Visit } from '../../tools/browser/visit.js';
import { Filler } from '../support/browser/acting/fill.js';
import { press } from '../support/browser/acting/press.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const MINUTE_MS = 60_000;
const visited = houseOfFile({
  before: [
    { name: 'requesting', scenario: 'access-request', until: { before: 'request-access' } },
    { name: 'stopping', scenario: 'stop-switch', until: { before: 'stop' } },
  ],
});

const REQUEST = {
  ...{ resource: 'github:meridian/eta-api', task: 'Serves the forecasts' },
  reason: 'The serving path is mine from this week on.',
};
const WHY = 'Its use is logged, and she serves from it.';
const STOP = 'A laptop was stolen on the train.';

const caseOf = (name: 'requesting' | 'stopping'): string => visited.house().cases[name] ?? '';
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const row = (page: Page, text: string) => page.locator('.row').filter({ hasText: text });

/** Lets five minutes pass in a case, so that what was recorded reaches the provider. */
async function pass(name: 'requesting' | 'stopping'): Promise<void> {
  const house = visited.house();
  const now = plusMs(house.times[name] ?? '', 5 * MINUTE_MS);
  house.times[name] = now;
  await house.pass(caseOf(name), now);
}

/** A cell of the matrix of access: the row of a person of a vendor. */
const held = ({ page }: Visit, who: string) => page.getByRole('row').filter({ hasText: who }).first();

describe('more access', () => {
  test('given an engineer on a phone, then they ask for it in one form, and read that it waits for the owner', async () => {
    const visit = await visited.open('engineer', { size: 'phone' });
    await visit.page.goto(`/cases/${caseOf('requesting')}`);
    await visit.hands.click(visit.page.getByRole('button', { name: 'Request access' }));
    await visit.hands.choose(visit.page.getByRole('combobox', { name: 'Profile' }), 'Contributor');
    const meaning = { nameOf: String, titleOf: String, typed: String };
    await new Filler(visit, meaning).fill(REQUEST);
    expect((await press(visit, undefined)).ok()).toBe(true);
    await told(visit.page, 'Waits for its owner until');
  });

  test('given the owner at a desk, then the request is among their work and in the list, with what it gives, and is approved there', async () => {
    const visit = await visited.open('security');
    const { page, hands } = visit;
    await page.goto('/access/requests');
    await told(page, 'Waits for Karl Winter');
    await page.goto('/');
    await hands.click(page.getByRole('link', { name: /Access request|access of Ada/i }).first());
    await told(page, /gets contributor \(push\) on meridian\/eta-api/);
    await told(page, /^It opens at once/);
    await hands.fill(page.getByRole('textbox', { name: 'Reason' }), WHY);
    await hands.click(page.getByRole('button', { name: 'Approve', exact: true }));
    await told(page, /^Approved\. Recorded as number \d+\.$/);
    await page.goto(`/cases/${caseOf('requesting')}/people`);
    await told(page, `: ${WHY}`);
  });

  test('given the approval, then the engineer reads what became of the request, and not the reason of the owner', async () => {
    // Whether it opens is told by the scenario: the repository that it makes is at the provider of its own stage alone.
    const { page } = await visited.open('engineer', { size: 'phone' });
    await page.goto(`/cases/${caseOf('requesting')}`);
    await told(page, 'Request approved');
    expect(await page.getByText(WHY).count()).toBe(0);
  });
});

describe('a place', () => {
  test('given a place of two cases, then it says which cases give access there, who holds what, and leads to why', async () => {
    const visit = await visited.open('security');
    const { page, hands } = visit;
    await page.goto('/access/places');
    await hands.click(page.getByRole('link', { name: 'meridian/eta-model' }).first());
    await page.getByRole('heading', { level: 1, name: 'meridian/eta-model' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Who holds access by a grant' }).waitFor();
    await hands.click(page.getByRole('link', { name: 'Ada Kowalczyk' }).first());
    await hands.click(page.getByRole('link', { name: 'What could they reach on a day, and why?' }).first());
    await hands.click(page.getByRole('button', { name: 'Explain' }));
    await told(page, 'Could reach it');
    await hands.click(page.getByRole('link', { name: /^no\. \d+$/ }).first());
    await page.waitForURL(/\/story\?entry=/);
    await page.locator('ol.story [data-active]').waitFor();
  });
});

describe('the stop switch', () => {
  test('given security and a stolen laptop, then the name typed once more closes everything in all cases, and security cannot lift it', async () => {
    const visit = await visited.open('security');
    const { page, hands } = visit;
    await page.goto(`/cases/${caseOf('stopping')}/people`);
    await hands.click(row(page, 'Ada Kowalczyk').getByRole('link', { name: 'Stop in all cases' }));
    const button = page.getByRole('button', { name: 'Stop at once' });
    await hands.fill(page.getByRole('textbox', { name: 'Why' }), STOP);
    await hands.fill(page.getByLabel('Type "Ada Kowalczyk" to confirm'), 'Ada');
    expect(await button.isDisabled()).toBe(true);
    await hands.fill(page.getByLabel('Type "Ada Kowalczyk" to confirm'), 'Ada Kowalczyk');
    await hands.click(button);
    await told(page, 'You stopped it; somebody else lifts it.');
    for (const name of ['requesting', 'stopping'] as const) await pass(name);
    await page.goto('/access');
    await held(visit, 'Nina Wrona').waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'Ada Kowalczyk' }).count()).toBe(0);
    await hands.click(page.getByRole('checkbox', { name: 'Also what has ended' }));
    await held(visit, 'Ada Kowalczyk').getByText('Ended').first().waitFor();
  });

  test('given somebody else with a reason, then the stop is lifted, and access is there again', async () => {
    const visit = await visited.open('manager');
    const { page, hands } = visit;
    await page.goto('/access/stopped');
    await hands.click(page.getByRole('button', { name: 'Lift' }));
    await hands.fill(page.getByLabel('Why it is lifted'), 'The laptop was found, and nobody had opened it.');
    await hands.click(page.getByRole('button', { name: 'Lift in all cases' }));
    await told(page, 'Nothing is stopped.');
    for (const name of ['requesting', 'stopping'] as const) await pass(name);
    await page.goto('/access');
    await held(visit, 'Ada Kowalczyk').getByText('Reads and writes').first().waitFor();
  });
});
