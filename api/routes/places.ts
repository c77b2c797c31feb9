import { problems } from '../../contract/answers.js';
import { placePage, placeParams, placeQuery, placesPage, placesQuery } from '../../contract/places.js';
import { nextLookAt } from '../../domain/access/placeRows.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { placeOfCase } from '../../presentation/views/placeView.js';
import type { CaseOfPlace, ListedPlace } from '../../store/placesContract.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { personIdsIn, withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const listing = {
  operationId: 'ListPlaces',
  tags: ['access'],
  summary: 'Places that open cases give access to: when each was looked at, what failed, and how much is unknown there',
  querystring: placesQuery,
  response: { 200: placesPage, ...problems() },
};

const showing = {
  operationId: 'ShowPlace',
  tags: ['access'],
  summary: 'Who holds what at a place, who is known there, and who is unknown, case by case',
  params: placeParams,
  querystring: placeQuery,
  response: { 200: placePage, ...problems('NotFound') },
};

/** Places over all cases, for the client's people; a token for one case shows what that case has there. */
export function placeRoutes(api: Api, parts: ApiParts): void {
  const { store } = parts;
  const config = { access: CLIENT_ROLES };
  const shown = async (place: ListedPlace) => {
    const [first] = place.cases;
    const now = (first && (await parts.caseClock?.(first.caseId))) ?? parts.clock();
    return { ...place, nextLookAt: nextLookAt(place, now) };
  };
  const ofCase = async ({ caseId, title, vendor, resource }: CaseOfPlace) => {
    const found = await store.cases.get(caseId);
    return found === undefined ? [] : [{ title, vendor, ...placeOfCase(found.state, resource) }];
  };

  api.get('/places', { schema: listing, config }, async (request) => {
    const onlyCaseId = identityOf(request).caseId;
    const { rows, nextCursor } = await store.places.list({ ...request.query, onlyCaseId });
    return { rows: await Promise.all(rows.map(shown)), ...(nextCursor !== undefined && { nextCursor }) };
  });

  api.get('/places/:provider/:place', { schema: showing, config }, async (request) => {
    const onlyCaseId = identityOf(request).caseId;
    const id = { provider: request.params.provider, placeId: request.params.place };
    const place = await store.places.find(id, onlyCaseId);
    if (place === undefined) throw new Problem('NotFound', 'No open case gives access to such a place.');
    const { rows, nextCursor } = await store.places.cases(id, { ...request.query, onlyCaseId });
    const page = {
      place: await shown(place),
      rows: (await Promise.all(rows.map(ofCase))).flat(),
      ...(nextCursor !== undefined && { nextCursor }),
    };
    return withNamesOf(store, personIdsIn(page.rows.map(peopleOfRow)), page, onlyCaseId);
  });
}

/** Ids stand in fields of their own; one that somebody typed into a reason tells nobody's name. */
const peopleOfRow = ({ held, accounts }: ReturnType<typeof placeOfCase>): string[] => [
  ...held.map(({ person }) => person),
  ...accounts.flatMap(({ person, declared }) => [person, ...(declared === undefined ? [] : [declared.by])]),
];
