import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problems } from '../../../contract/answers.js';
import { calendarParams, madeCalendar, myCalendar } from '../../../contract/calendar.js';
import type { Api } from '../../api.js';
import { identityOf, READERS, sessionOf } from '../../auth.js';
import { calendarText } from '../../console/calendar.js';
import type { ApiParts } from '../../parts.js';
import { Problem } from '../../problems.js';

/** How long a feed lasts: whoever leaves without anybody saying so is not read to for longer. */
const FEED_DAYS = 180;
const DAY_MS = 86_400_000;
/** Reads of one feed per minute, by however many devices of its person. */
const READS_PER_MINUTE = 30;
/** Addresses that are none, per minute and network address, above which it is asked to wait. */
const WRONG_PER_MINUTE = 10;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

const feeding = {
  operationId: 'ReadCalendar',
  tags: ['console'],
  security: [],
  summary: 'The deadlines of whoever made this address, for a calendar (RFC 5545)',
  produces: ['text/calendar'],
  params: calendarParams,
  response: { 200: z.string(), 304: z.null(), ...problems('NotFound') },
};

const looking = {
  operationId: 'ShowMyCalendar',
  tags: ['console'],
  summary: 'Whether you have an address under which a calendar reads your deadlines',
  response: { 200: myCalendar, ...problems() },
};

const making = {
  operationId: 'MakeMyCalendar',
  tags: ['console'],
  summary:
    'Make the address under which a calendar reads your deadlines, from a browser in which you have just signed in; an earlier one ends',
  response: { 201: madeCalendar, ...problems() },
};

const ending = {
  operationId: 'EndMyCalendar',
  tags: ['console'],
  summary: 'End the address under which a calendar reads your deadlines',
  response: { 204: z.null(), ...problems('NotFound') },
};

/** The feed itself: its address is all that a calendar has. */
function feedRoute(api: Api, parts: ApiParts): void {
  const wrong = api.createRateLimit({
    max: WRONG_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => `calendar:${ip}`,
  });
  const often = api.createRateLimit({
    max: READS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ url }) => `calendar:${sha256(url.split('?')[0] ?? '')}`,
  });
  const within = async (limit: typeof wrong, request: Parameters<typeof wrong>[0]) => {
    const tries = await limit(request);
    if (!tries.isAllowed && tries.isExceeded)
      throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: tries.ttlInSeconds });
  };
  api.get('/calendar/:file', { schema: feeding, config: { access: 'public' } }, async (request, reply) => {
    const secret = /^(.*)\.ics$/.exec(request.params.file)?.[1] ?? '';
    const whose = await parts.store.calendarFeeds.read(secret, parts.clock());
    if (whose !== undefined) await within(often, request);
    const text = whose && (await calendarText(parts, whose));
    if (text === undefined) {
      await within(wrong, request);
      throw new Problem('NotFound', 'Calendar not found. Make a new address in the console.');
    }
    const etag = `"${sha256(text)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('referrer-policy', 'no-referrer');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
    return reply.type('text/calendar; charset=utf-8').serializer(String).send(text);
  });
}

/** One's own deadlines in a calendar. */
export function calendarRoutes(api: Api, parts: ApiParts): void {
  const { store, clock, config: settings } = parts;
  const config = { access: [...READERS, 'engineer'] as const };
  feedRoute(api, parts);
  api.get('/my-calendar', { schema: looking, config }, async (request) => {
    const feed = await store.calendarFeeds.of(sessionOf(request).personId, clock());
    return feed === undefined ? {} : { feed };
  });

  api.post('/my-calendar', { schema: making, config: { ...config, signedInLately: true } }, async (request, reply) => {
    const { personId } = sessionOf(request);
    const { role } = identityOf(request);
    const now = clock();
    const endsAt = new Date(Date.parse(now) + FEED_DAYS * DAY_MS).toISOString();
    const { secret } = await store.calendarFeeds.make({ personId, role, now, endsAt });
    return reply.code(201).send({ address: `${settings.baseUrl}/api/calendar/${secret}.ics`, endsAt });
  });

  api.delete('/my-calendar', { schema: ending, config }, async (request, reply) => {
    if (!(await store.calendarFeeds.end(sessionOf(request).personId)))
      throw new Problem('NotFound', 'You have no calendar address.');
    return reply.code(204).send(null);
  });
}
