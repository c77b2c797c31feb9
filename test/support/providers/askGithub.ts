import type { LocalGithub } from '../../../sandbox/github/github.js';

/** One answer, read. */
export type Answered = { status: number; json: unknown; headers: Headers };

/** Asks GitHub as its token's account; redirects are not followed. */
export async function askGithub(
  { url, token }: Pick<LocalGithub, 'url' | 'token'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const answer = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text), headers: answer.headers };
}
