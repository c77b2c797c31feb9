import { askedDevice, polledDevice } from '../../contract/device.js';
import { violationsOn } from '../../tools/browser/accessibility.js';
import { PEOPLE } from '../../tools/browser/screens.js';
import { signInAtProvider } from '../../tools/browser/signIn.js';
import { houseOfFile } from '../support/browser/houseOfFile.js';

const visited = houseOfFile();

const post = async (path: string, body: object): Promise<unknown> => {
  const answer = await fetch(`${visited.house().url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return await answer.json();
};
const meBy = async (token: string): Promise<number> =>
  (await fetch(`${visited.house().url}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status;

test('given a command line that asks, then its person sees who it is, signs it in, and ends it on their account', async () => {
  const asked = askedDevice.parse(await post('/api/device/ask', { device: 'drawbridge command line on a laptop' }));
  const visit = await visited.open('legal');
  visit.excuse(/404 .*\/api\/device\/find/);
  const { page, hands } = visit;
  await page.goto('/device');
  await hands.fill(page.getByLabel('Code'), 'BCDF-GHJK');
  await hands.click(page.getByRole('button', { name: 'Continue' }));
  await page.getByText(/^This code does not work/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await hands.fill(page.getByLabel('Code'), asked.userCode.toLowerCase());
  await hands.click(page.getByRole('button', { name: 'Continue' }));
  await page.getByRole('heading', { name: 'A command line wants to sign in as you' }).waitFor();
  await page.getByRole('definition').filter({ hasText: 'drawbridge command line on a laptop' }).waitFor();
  await page.getByText('the same network address as this browser').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(page.getByRole('button', { name: 'Allow' }));
  await page.getByText('Signed in', { exact: true }).waitFor();
  const answer = polledDevice.parse(await post('/api/device/poll', { deviceCode: asked.deviceCode }));
  const token = 'token' in answer ? answer.token : 'none';
  expect(await meBy(token)).toBe(200);

  await hands.click(page.getByRole('main').getByRole('link', { name: 'Your account' }));
  await page.getByText(/^Reads and acts as legal\./).waitFor();
  await hands.click(page.getByRole('button', { name: 'End drawbridge command line on a laptop' }));
  await page.getByText('Nothing but your browsers acts as you.').waitFor();
  expect(await meBy(token)).toBe(401);
});

test('given a token that somebody makes, then it is shown once, and works', async () => {
  const { page, hands } = await visited.open('procurement', { size: 'phone' });
  await page.goto('/me');
  await hands.click(page.getByRole('button', { name: 'Make a token' }));
  const dialog = page.getByRole('dialog');
  await hands.fill(dialog.getByLabel('What is it for?'), 'Nightly report');
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(dialog.getByRole('button', { name: 'Make the token' }));
  await page.getByText('Copy the token “Nightly report” now').waitFor();
  const token = await page.getByText(/^dbr_[\w-]{43}$/).innerText();
  expect(await meBy(token)).toBe(200);
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(page.getByRole('button', { name: 'Done' }));
  await page.getByText(token).waitFor({ state: 'detached' });
  await page.getByText(/^Reads as procurement\./).waitFor();
});

test('given two browsers of one person, then the one signs the other out, from their account in the menu', async () => {
  const [one, other] = [await visited.open('security'), await visited.open()];
  await signInAtProvider(other, { email: PEOPLE.security.email });
  await one.page.goto('/');
  await one.hands.click(one.page.getByRole('button', { name: /Karl Winter/ }));
  await one.hands.click(one.page.getByRole('menuitem', { name: 'Your account' }));
  await one.page.getByText('This browser').waitFor();
  await one.hands.click(one.page.getByRole('button', { name: 'Sign out everywhere else' }));
  await one.page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
  expect(await one.page.getByText('This browser').count()).toBe(1);
  other.excuse(/401/);
  await other.page.goto('/me');
  await other.page.getByRole('heading', { level: 1, name: 'Sign in to Drawbridge' }).waitFor();
});

test('given a calendar address that somebody makes, then it is shown once and ends when they say so', async () => {
  const { page, hands } = await visited.open('executive');
  await page.goto('/me');
  await hands.click(page.getByRole('button', { name: 'Make an address' }));
  const address = await page.getByText(/\/api\/calendar\/.*\.ics$/).innerText();
  expect((await fetch(address)).status).toBe(200);
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(page.getByRole('button', { name: 'End it' }));
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
  expect((await fetch(address)).status).toBe(404);
});
