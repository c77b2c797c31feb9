import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../../../contract/answers.js';
import { eventHeaders, eventStream } from '../../../contract/console/events.js';
import type { CaseChange } from '../../../store/changes.js';
import type { Api } from '../../api.js';
import { EVERYBODY, identityOf, sightNow } from '../../auth.js';
import { type EventStream, openStream } from '../../console/eventStream.js';
import { OpenStreams } from '../../console/openStreams.js';
import type { ApiParts } from '../../parts.js';
import { Problem } from '../../problems.js';
import { isVendorSide, seeCase } from '../../visibility.js';

/** How often a stream says that it lives, and is ended where its sign-in is, milliseconds. */
const BEAT_MS = 15_000;

const following = {
  operationId: 'FollowEvents',
  tags: ['cases'],
  summary: 'Server-sent events: which of the cases that you may see has just changed',
  description:
    'Open it first, then read: what happens in between is told. `reset` asks to read everything again, as after a lost connection.',
  headers: eventHeaders,
  produces: ['text/event-stream'],
  response: { 200: eventStream, ...problems('CaseNotFound') },
};

/** A proxy that gathers an answer would hold this one for ever. */
const sendEvents = (reply: FastifyReply, body: Readable) =>
  reply.header('x-accel-buffering', 'no').type('text/event-stream; charset=utf-8').send(body);

/** Which sign-in a request came with: its streams are counted together. */
function signInOf(request: FastifyRequest): string {
  const identity = identityOf(request);
  return 'tokenId' in identity ? identity.tokenId : identity.sessionId;
}

/** Opens the stream of a request, which tells of what its sign-in reaches and ends with it. */
async function openFor(parts: ApiParts, request: FastifyRequest, streams: OpenStreams): Promise<EventStream> {
  let sight = await sightNow(parts, request);
  if (sight === undefined) throw new Problem('Unauthenticated');
  const stream = openStream();
  streams.add(signInOf(request), stream);
  const beat = async () => {
    sight = await sightNow(parts, request);
    stream.send(sight === undefined ? 'end' : 'beat');
    if (sight === undefined) stream.end();
  };
  const changed = ({ caseId, seq }: CaseChange) => {
    if (sight === 'every-case' || sight?.includes(caseId)) stream.send('case', { caseId, seq }, `${caseId}:${seq}`);
  };
  try {
    const leave = await parts.store.changes.follow({ changed, missed: () => stream.send('reset') });
    // Whether the sign-in still holds cannot be told while the database is away: whoever connects again is asked then.
    const beating = setInterval(() => void beat().catch(stream.end), parts.config.beatMs ?? BEAT_MS);
    stream.onClosed(() => {
      clearInterval(beating);
      leave();
    });
  } catch (error) {
    stream.body.destroy();
    throw error;
  }
  return stream;
}

/** What others do, as it happens: ids and numbers only, so that no state is read for any of it. */
export function eventRoutes(api: Api, parts: ApiParts): void {
  const streams = new OpenStreams();
  api.addHook('preClose', async () => streams.endAll());

  api.get('/events', { schema: following, config: { access: EVERYBODY, endless: true } }, async (request, reply) => {
    const identity = identityOf(request);
    streams.require(signInOf(request));
    if (isVendorSide(identity.role)) await seeCase(parts.store, identity, identity.caseId ?? '');
    const stream = await openFor(parts, request, streams);
    if (request.headers['last-event-id'] !== undefined) stream.send('reset');
    return sendEvents(reply, stream.body);
  });
}
