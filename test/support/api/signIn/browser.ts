import { z } from 'zod';
import { type SessionView, session } from '../../../../contract/session.js';

/** An answer as a browser has it before it follows it. */
export type Page = { status: number; url: string; location: string | undefined; headers: Headers; text: string };

const Problem = z.object({ code: z.string() });

/** The code of a problem; undefined where it is none. */
export const codeOf = ({ text }: Pick<Page, 'text'>): string | undefined => {
  if (!text.startsWith('{')) return undefined;
  return Problem.safeParse(JSON.parse(text)).data?.code;
};

/** Cookies by host, and what a browser does with them; it follows redirects one by one. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  csrf: string | undefined;
  constructor(readonly base: string) {}

  jar(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    return jar;
  }

  /** One request, redirects not followed. */
  async ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Page> {
    const url = new URL(path, this.base).href;
    const jar = this.jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie !== '' && { cookie }), 'user-agent': 'Firefox/140.0 Linux', ...init.headers };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location') ?? undefined;
    const next = location === undefined ? undefined : new URL(location, url).href;
    return { status: answer.status, url, location: next, headers: answer.headers, text: await answer.text() };
  }

  /** Follows redirects from a page until there is none, or one leads to a page that `stopAt` names. */
  async follow(from: Page, stopAt: (url: string) => boolean = () => false): Promise<Page> {
    let page = from;
    while (page.location !== undefined && !stopAt(page.location)) page = await this.ask(page.location);
    return page;
  }

  /** Goes to the provider and says who one is; the page from which the provider sends one back is answered, not followed. */
  async toCallback(email: string, query = ''): Promise<Page> {
    const isCallback = (url: string) => new URL(url).pathname === '/auth/callback';
    const who = await this.follow(await this.ask(`/auth/start${query}`), isCallback);
    if (who.location !== undefined) return who;
    return await this.follow(await this.choose(who, { email }), isCallback);
  }

  /** Sends the form of the page "Who are you?". */
  choose(who: Page, form: Record<string, string>): Promise<Page> {
    return this.ask(who.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** Signs in at the provider; answers what the callback said. */
  async signIn(email: string, query = ''): Promise<Page> {
    const back = await this.toCallback(email, query);
    if (back.location === undefined) throw new Error(`The provider did not send one back: ${back.status} ${back.text}`);
    const done = await this.ask(back.location);
    const seen = await this.ask('/api/session');
    this.csrf = seen.status === 200 ? session.parse(JSON.parse(seen.text)).csrf : undefined;
    return done;
  }

  async session(headers: Record<string, string> = {}): Promise<SessionView> {
    return session.parse(JSON.parse((await this.ask('/api/session', { headers })).text));
  }

  /** A write as our own page sends it. */
  write(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Page> {
    return this.ask(path, {
      method,
      headers: {
        origin: new URL(this.base).origin,
        'sec-fetch-site': 'same-origin',
        ...(this.csrf !== undefined && { 'x-csrf-token': this.csrf }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
