import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type JsonShape, sampleFor } from '../contract/leaves.js';
import type { Answer, TestApi } from './harness.js';
import { CONTACT } from './smallPolicy.js';

const shape = z.custom<JsonShape>();
const parameter = z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: shape });
const operation = z.looseObject({
  'x-roles': z.array(z.string()).optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: shape })) }).optional(),
});
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** One route of the OpenAPI document. */
export type Route = { path: string; method: string } & z.infer<typeof operation>;

/** Every route, as the document tells it. */
export async function routesOf(api: TestApi): Promise<Route[]> {
  const { paths } = document.parse((await api.get('/api/openapi.json')).body);
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, said]) => ({ path, method: method.toUpperCase(), ...said })),
  );
}

const HASH = 'a'.repeat(64);
/** What fits a field of this name. */
export const HINTS = {
  sha256: HASH,
  contentHash: HASH,
  textHash: HASH,
  hash: HASH,
  evalSetHash: HASH,
  person: CONTACT,
  email: CONTACT,
  fileName: 'a.txt',
  day: '2026-09-01',
  from: '2026-09-01',
  to: '2026-09-02',
  month: '2026-09',
  code: 'NotFound',
  kind: 'approvals',
  id: 'harbour/other',
  provider: 'github',
  remove: 'github:harbour/claims',
  control: 'IP-1',
  flag: 'RF-1',
  meeting: 'CA-1',
  paper: 'nda',
  incident: 'leak',
  resource: 'github:harbour/claims',
  repository: 'github:harbour/claims',
  accounts: 'night-owl',
  github: 'ada',
  country: 'PL',
  timeZone: 'Europe/Warsaw',
};

/** What a call of a route is filled in with. */
export type Filling = {
  token: string | undefined;
  caseId: string;
  cases?: string;
  hints?: Record<string, unknown>;
  query?: Record<string, string>;
  /** What goes along, such as the cookie of a session. */
  headers?: Record<string, string>;
  /** The body, where the document does not say what it is like. */
  body?: unknown;
};

/** Calls a route about a case, with whatever else it needs filled in so that it fits. */
export async function call(
  api: TestApi,
  route: Route,
  { token, caseId, cases, hints = {}, query: asked = {}, headers: along = {}, body: given }: Filling,
): Promise<Answer> {
  const known: Record<string, unknown> = { ...HINTS, ...hints };
  const sample = (name: string, schema: JsonShape = { type: 'string' }) => String(sampleFor(schema, name, known));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(name === 'caseId' ? caseId : sample(name)),
  );
  // Of what need not be asked, only what somebody asks for: a filter would hide the rest.
  const wanted = route.parameters.filter(
    (p) => p.in === 'query' && (p.required === true || p.name === 'cases' || Object.hasOwn(asked, p.name)),
  );
  const query = new URLSearchParams(
    wanted.map(({ name, schema }): [string, string] => [
      name,
      asked[name] ?? (name === 'cases' ? (cases ?? caseId) : sample(name, schema)),
    ]),
  );
  const at = `${path}${query.size > 0 ? `?${query}` : ''}`;
  if (route.requestBody === undefined) return api.send(at, token, { method: route.method, headers: along });
  const json = route.requestBody.content['application/json']?.schema;
  const body = json === undefined ? Buffer.from('text') : JSON.stringify(given ?? sampleFor(json, '', known));
  const type = json === undefined ? 'application/octet-stream' : 'application/json';
  const headers = { ...along, 'content-type': type, 'idempotency-key': randomUUID() };
  return api.send(at, token, { method: route.method, headers, body });
}
