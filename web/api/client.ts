import { nameOf } from '../kit/words.js';

/** One thing wrong with what was sent, at a field. */
export type Fault = { path?: string; line?: number; column?: number; message: string };

/** What the API answers when it says no (RFC 9457). */
export type ProblemBody = {
  status: number;
  code: string;
  detail: string;
  title: string;
  faults?: Fault[];
  receipt?: { seq: number; hash: string; at: string };
};

/** A refusal or a failure, in one sentence; `code` is of the one table. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(readonly body: ProblemBody) {
    super(body.detail);
  }
  get code(): string {
    return this.body.code;
  }
}

/** The code of a refusal, for whoever looks it up; undefined for a failure of another kind. */
export const codeOf = (error: Error): string | undefined => (error instanceof Problem ? error.code : undefined);

/** Statuses that say that something is not the reader's to see, or no longer. */
const GONE: readonly number[] = [403, 404, 410];

/** True for what takes a page away: that it was never read, or is no longer the reader's. What is shown stays through a failure that passes. */
export const hides = (error: Error | null, data: unknown): error is Error =>
  error !== null && (data === undefined || (error instanceof Problem && GONE.includes(error.body.status)));

const AWAY: ProblemBody = {
  status: 0,
  code: 'Offline',
  title: 'No connection',
  detail: 'Drawbridge cannot be reached right now. What you typed is kept; try again in a moment.',
};

/** Statuses of a server that is there and cannot answer now, or of one in front of it. */
const AWAY_STATUSES: readonly number[] = [0, 502, 503, 504];

/** True where nobody answered, or something that an answer needs is away: it is tried again. */
export const isAway = (error: unknown): boolean =>
  error instanceof Problem && AWAY_STATUSES.includes(error.body.status);

/** True where it is not known whether what was sent has been done. */
export const isUnknown = (error: Error): boolean =>
  !(error instanceof Problem) || isAway(error) || error.code === 'Internal' || error.code === 'Unreadable';

type Acting = { csrf?: string; role?: string };
const acting: Acting = {};

/** What every later request carries: the token against forged requests, and the role in which one acts. */
export const actAs = (as: Acting): void => {
  Object.assign(acting, as);
};

async function answer(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (acting.csrf !== undefined && init.method !== undefined) headers.set('x-csrf-token', acting.csrf);
  if (!headers.has('drawbridge-role') && acting.role !== undefined) headers.set('drawbridge-role', acting.role);
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch(() => undefined);
  if (response === undefined) throw new Problem(AWAY);
  if (response.ok) return response;
  const body: ProblemBody | undefined = await response.json().catch(() => undefined);
  const unreadable = { ...AWAY, status: response.status, code: 'Unreadable', detail: 'The answer could not be read.' };
  throw new Problem(body ?? unreadable);
}

/** In which role a request is made, where the task says it. */
export type AsRole = { role?: string };

const asRole = ({ role }: AsRole): Record<string, string> => (role === undefined ? {} : { 'drawbridge-role': role });

/** Reads a resource of the API as JSON. Throws {@link Problem}. */
export async function get<T>(path: string, as: AsRole = {}, signal?: AbortSignal): Promise<T> {
  return (await answer(path, { headers: asRole(as), ...(signal && { signal }) })).json();
}

/** Reads a resource whose texts speak of people by id, with their names in place of the ids. Throws {@link Problem}. */
export async function getNamed<T extends { names: Record<string, string> }>(
  path: string,
  signal: AbortSignal,
): Promise<T> {
  const { names, ...rest } = await get<T>(path, {}, signal);
  const fill = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/\{person:([^{}\s]+)\}/g, (_marked, id) => nameOf(names, id)) : value;
  return { ...JSON.parse(JSON.stringify(rest), fill), names };
}

/** A file as it is kept, under the name that it was uploaded with. */
export type NamedFile = { bytes: Blob; fileName: string };

/** Reads a file with its name. */
export async function getFile(path: string): Promise<NamedFile> {
  const response = await answer(path, {});
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { bytes: await response.blob(), fileName: decodeURIComponent(name ?? 'document') };
}

/** Sends JSON; `key` makes a repeat the same request. Throws {@link Problem}. */
export async function send<T>(
  path: string,
  body: unknown,
  { key, method = 'POST', ...as }: AsRole & { key?: string; method?: 'POST' | 'PUT' | 'DELETE' } = {},
): Promise<T> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...asRole(as),
  };
  const response = await answer(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return JSON.parse(text === '' ? 'null' : text);
}

/** Uploads the bytes of a file to a case and answers under which hash they are kept. */
export async function upload(caseId: string, file: File, as: AsRole = {}): Promise<StoredFile> {
  const path = `/api/cases/${caseId}/documents?fileName=${encodeURIComponent(file.name.replace(/[/\\]/g, '-'))}`;
  const headers = { 'content-type': file.type || 'application/octet-stream', ...asRole(as) };
  return (await answer(path, { method: 'POST', headers, body: file })).json();
}

/** A file that is kept for a case under its SHA-256. */
export type StoredFile = { sha256: string; bytes: number; fileName: string; mediaType: string };
