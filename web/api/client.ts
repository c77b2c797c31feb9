import { nameOf } from '../kit/words.js';
import { AWAY, Problem, type ProblemBody } from './problem.js';

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
