import { commandProblems, problems } from '../../contract/answers.js';
import { writeHeaders } from '../../contract/headers.js';
import { liftBody, stopAnswer, stopBody, stopParams, stopsPage, stopsQuery } from '../../contract/stops.js';
import { CLIENT_ACTORS, CLIENT_ROLES } from '../../domain/case/roles.js';
import type { ActingIdentity } from '../../store/contract.js';
import type { StopRow } from '../../store/stopsContract.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { commandIdOf } from '../idempotency.js';
import { withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { liftAll, type Stopped, stopAll } from '../stops/stops.js';

const stopping = {
  operationId: 'Stop',
  tags: ['access'],
  summary: 'Close everything of a person, a vendor or a place at once, in all cases',
  description:
    'By: security; engineering manager and procurement; of one person also privacy and legal, of a vendor also executive. It holds in cases that open later, too.',
  headers: writeHeaders,
  body: stopBody,
  response: { 200: stopAnswer, ...commandProblems() },
};

const lifting = {
  operationId: 'LiftStop',
  tags: ['access'],
  summary: 'Lift a stop in every case where it holds',
  description: 'By: whoever may stop, and never the person who did.',
  params: stopParams,
  headers: writeHeaders,
  body: liftBody,
  response: { 200: stopAnswer, ...commandProblems(), ...problems('NotFound') },
};

const listing = {
  operationId: 'ListStops',
  tags: ['access'],
  summary: 'What was stopped, by whom and why',
  querystring: stopsQuery,
  response: { 200: stopsPage, ...problems() },
};

/** The actor of an act that is about no single case. */
function actorOf({ personId, role, caseId }: ActingIdentity) {
  if (caseId !== undefined) throw new Problem('Forbidden', 'Your token gives access to one case; a stop covers all.');
  return { personId, role };
}

const shown = ({ by, reason, at, lifted, ...row }: StopRow) => ({
  ...row,
  stopped: { ...by, at, reason },
  ...(lifted !== undefined && { lifted: { ...lifted.by, at: lifted.at, reason: lifted.reason } }),
});

/** The people of stops, by the fields that name them; an id that somebody typed into a reason tells nobody's name. */
const peopleIn = (rows: StopRow[]): string[] =>
  rows.flatMap(({ scope, subject, by, lifted }) => [
    by.personId,
    ...(lifted === undefined ? [] : [lifted.by.personId]),
    ...(scope === 'person' ? [subject] : []),
  ]);

/** The stop switch: one act that closes in every case. */
export function stopRoutes(api: Api, parts: ApiParts): void {
  const answered = ({ row, cases, complete, summary }: Stopped) => {
    const answer = { ...shown(row), cases, complete, summary };
    return withNamesOf(parts.store, peopleIn([row]), answer);
  };
  const config = { access: CLIENT_ACTORS };

  // What takes access away waits for nothing, not for a fresh sign-in either.
  api.post('/stops', { schema: stopping, config }, async (request, reply) => {
    const by = actorOf(identityOf(request));
    return answered(await stopAll(parts, { by, key: commandIdOf(request, reply) }, request.body));
  });

  const lately = { ...config, signedInLately: true };
  api.post('/stops/:stop/lift', { schema: lifting, config: lately }, async (request, reply) => {
    const by = actorOf(identityOf(request));
    const asked = { stop: request.params.stop, reason: request.body.reason };
    return answered(await liftAll(parts, { by, key: commandIdOf(request, reply) }, asked));
  });

  api.get('/stops', { schema: listing, config: { access: CLIENT_ROLES } }, async (request) => {
    actorOf(identityOf(request));
    const { rows, nextCursor } = await parts.store.stops.list(request.query);
    const page = { rows: rows.map(shown), ...(nextCursor !== undefined && { nextCursor }) };
    return withNamesOf(parts.store, peopleIn(rows), page);
  });
}
