import type { FastifyRequest } from 'fastify';
import { actorsOf } from '../../../api/console/actors.js';

/** A request as the sign-in leaves it. */
const request = (more: object): FastifyRequest =>
  ({ identity: { personId: 'p', role: 'legal' }, session: null, headers: {}, ...more }) as never;
const session = {
  grants: [{ role: 'procurement' }, { role: 'legal' }, { role: 'operator' }, { role: 'engineer', caseId: 'c' }],
};
const as = (...roles: string[]) => roles.map((role) => ({ personId: 'p', role }));

test.each([
  ['a token', {}, as('legal')],
  ['a session', { session }, as('legal', 'procurement', 'operator')],
  ['a session that says as whom', { session, headers: { 'drawbridge-role': 'legal' } }, as('legal')],
  [
    'a session of the vendor’s',
    { session, identity: { personId: 'p', role: 'engineer', caseId: 'c' } },
    as('engineer'),
  ],
])('given %s, then somebody acts in the roles that they came with, and reads in the first', (_what, more, actors) => {
  expect(actorsOf(request(more))).toEqual(actors);
});
