import type { AppCaller } from './app/caller.js';
import type { Repository, World } from './world.js';

/** A request as the routes see it. */
export type Ask = {
  world: World;
  /** The account that the token belongs to; 0 for an installation of an App, which is nobody. */
  own: number;
  /** Set where an App asks. */
  app?: AppCaller;
  /** Milliseconds since the epoch, by GitHub's clock. */
  now: number;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  /** Address of the request without its query, for links. */
  address: string;
};

/** A whole answer. */
export type Reply = { status: number; json?: unknown; headers?: Record<string, string> };

type Params = readonly string[];

/** One route by its method and path; what stands in braces is handed over, decoded. */
export type Route = { method: string; path: string; answer(ask: Ask, ...params: Params): Reply };

/** One route below a repository, whichever way that was addressed, and what a token must be able to do there to see it. */
export type RepositoryRoute = {
  method: string;
  path: string;
  needs: 'pull' | 'push' | 'admin';
  answer(ask: Ask, repository: Repository, ...params: Params): Reply;
};

export const ok = (json: unknown, status = 200): Reply => ({ status, json });
export const done: Reply = { status: 204 };
export const refused = (status: number, message: string, more: object = {}): Reply => ({
  status,
  json: { message, documentation_url: 'https://docs.github.com/rest', ...more },
});
export const notFound = refused(404, 'Not Found');

/** The parameters of a path, when the route's is it. */
export function paramsOf(template: string, path: string): string[] | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: string[] = [];
  for (const [i, part] of wanted.entries()) {
    const is = given[i] ?? '';
    if (part.startsWith('{')) params.push(decoded(is));
    else if (part !== is) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** One page of a list, with links to the others; `wrap` for the lists that stand within an object. */
export function page(ask: Ask, list: unknown[], wrap: (part: unknown[]) => unknown = (part) => part): Reply {
  const size = Math.min(100, wholeNumber(ask.query.get('per_page')) ?? 30);
  const at = wholeNumber(ask.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(list.length / size));
  const link = (page: number, rel: string) => {
    const query = new URLSearchParams(ask.query);
    query.set('page', String(page));
    return `<${ask.address}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(at > 1 ? [link(at - 1, 'prev')] : []),
    ...(at < last ? [link(at + 1, 'next'), link(last, 'last')] : []),
    ...(at > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: 200,
    json: wrap(list.slice((at - 1) * size, at * size)),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  };
}

function wholeNumber(text: string | null): number | undefined {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number > 0 ? number : undefined;
}
