import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Visit } from './visit.js';

const Messages = z.object({ messages: z.array(z.object({ id: z.string(), to: z.array(z.string()) })) });
const Message = z.object({ text: z.string() });

/** A code stands in two halves. */
const CODE = /\b\d{4} \d{4}\b/;
const MAIL_WITHIN_MS = 60_000;

/** Somebody who signs in; `to` is the local path at which they want to be, default their work. */
export type SignsIn = { email: string; to?: string };

/** Signs one of the client's people in through the pages of the OpenID provider. */
export async function signInAtProvider({ page, hands }: Visit, { email, to = '/' }: SignsIn): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await hands.click(page.getByRole('link', { name: 'Sign in with your company account' }));
  await hands.click(page.getByRole('button', { name: email }));
  await arrive(page, to);
}

/** Signs one of the vendor's people in by the code that is in their mail. */
export async function signInByCode(
  { page, hands }: Visit,
  { email, to = '/' }: SignsIn,
  mailboxUrl: string,
): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  const before = new Set(await mailTo(mailboxUrl, email));
  await hands.fill(page.getByLabel('Your e-mail address'), email);
  await hands.click(page.getByRole('button', { name: 'Send me a code' }));
  const code = await codeInMail(mailboxUrl, email, before);
  await hands.fill(page.getByLabel('Code'), code);
  await hands.click(page.getByRole('button', { name: 'Sign in', exact: true }));
  await arrive(page, to);
}

async function arrive(page: Visit['page'], to: string): Promise<void> {
  const { pathname } = new URL(to, 'http://127.0.0.1');
  await page.waitForURL((url) => url.pathname === pathname);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function mailTo(mailboxUrl: string, email: string): Promise<string[]> {
  const { messages } = Messages.parse(await (await fetch(`${mailboxUrl}/messages`)).json());
  return messages.filter(({ to }) => to.includes(email)).map(({ id }) => id);
}

/** The code in the first letter to somebody that was not there before; waits a minute for it. */
async function codeInMail(mailboxUrl: string, email: string, before: Set<string>): Promise<string> {
  const deadline = Date.now() + MAIL_WITHIN_MS;
  while (Date.now() < deadline) {
    for (const id of await mailTo(mailboxUrl, email)) {
      if (before.has(id)) continue;
      const { text } = Message.parse(await (await fetch(`${mailboxUrl}/messages/${id}`)).json());
      const code = CODE.exec(text)?.[0];
      if (code !== undefined) return code;
    }
    await wait(100);
  }
  throw new Error(`No code came to ${email}.`);
}
