import { failureOf, unreadable } from './errors.js';

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 8_000_000;
const MEDIA_TYPE = 'application/scim+json';

/** One request as it went, without anything personal in it: the route is a template, not the path. */
export type RequestNote = { route: string; status?: number; durationMs: number };

/** How to reach the directory. */
export type ScimOptions = {
  /** Its SCIM address, up to what stands before `/Users`; https, unless the host is this machine. */
  baseUrl: string;
  /** A bearer token that may read users and groups, and change the members of groups. */
  token: string;
  /** Bound of one request with its answer, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Told of every request after it ended. */
  log?: (note: RequestNote) => void;
};

/** What is asked: `/Groups/{id}` with its id, or the whole of `/Groups`. */
export type Route = {
  method?: 'GET' | 'PATCH';
  template: string;
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
};

/** Sends one request and reads its answer to the end; undefined for an empty one. Throws what it could not be sent by, and refusals. */
export async function exchange(
  baseUrl: string,
  route: Route,
  options: ScimOptions,
  noted: (status: number) => void,
): Promise<unknown> {
  const response = await fetch(urlOf(baseUrl, route), initOf(route, options));
  noted(response.status);
  const body = await bodyOf(response);
  if (!response.ok) throw failureOf(response.status, response.headers.get('retry-after'), parsed(body));
  return body === '' ? undefined : (parsed(body) ?? NOTHING_READABLE);
}

function urlOf(baseUrl: string, { template, id, query }: Route): string {
  const path = template.replace('{id}', () => encodeURIComponent(id ?? ''));
  const asked = new URLSearchParams(query).toString();
  return `${baseUrl}${path}${asked && `?${asked}`}`;
}

/* A redirection is an answer like any other: followed, it would take the token to another host. */
const initOf = ({ method = 'GET', body }: Route, { token, timeoutMs = TIMEOUT_MS }: ScimOptions): RequestInit => ({
  method,
  redirect: 'manual',
  signal: AbortSignal.timeout(timeoutMs),
  headers: {
    accept: `${MEDIA_TYPE}, application/json`,
    authorization: `Bearer ${token}`,
    'user-agent': 'drawbridge',
    ...(body !== undefined && { 'content-type': MEDIA_TYPE }),
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

/* Read to its end within the bound of time: an answer that breaks off is none. */
async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [size, text] = [0, ''];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw unreadable('that is too large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Stands for a body that is no JSON, where no schema would take it for an absent one. */
const NOTHING_READABLE = Symbol('no JSON');

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
