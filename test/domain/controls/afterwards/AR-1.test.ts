import type { Lease } from '../../../../domain/access/lease.js';
import type { Recertification } from '../../../../domain/recertification/recertification.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, person, standing, WHO } from '../../../support/controls/scene.js';

const numbers = { intervalDays: 90, answerDays: 14 };
const RESOURCE = 'github:client/claims';
const lease: Lease = {
  id: `${WHO.ana}/${RESOURCE}`,
  person: WHO.ana,
  resource: RESOURCE,
  permission: 'push',
  want: 'present',
  wantSince: '2026-09-01T08:00:00.000Z',
  basis: HASH,
  seen: 'present',
  proofs: [],
  attempts: 1,
  everOpened: true,
};
const ana = { ...person(WHO.ana), needs: [standing({ resource: RESOURCE, profile: 'contributor', task: 'Claims' })] };
const judge = (recertification: Recertification, now: string, people = [ana]) =>
  assess('AR-1', { numbers, now, people, state: { recertification, leases: { [lease.id]: lease } } });
const round: Recertification = {
  since: '2026-12-01T08:00:00.000Z',
  round: 2,
  unanswered: [lease.id],
  deadline: '2026-12-15T08:00:00.000Z',
};

test('AR-1 is refused its mark while a round waits for answers', () => {
  expect(judge(round, '2026-12-05T08:00:00.000Z')).toEqual(
    open([say('AR-1.unconfirmed', { waiting: 1, deadline: '2026-12-15T08:00:00.000Z' })], {
      until: '2026-12-15T08:00:00.000Z',
    }),
  );
});

test('AR-1 is met before the first access, until the next round, and where whoever is asked about has left', () => {
  expect(assess('AR-1', { numbers })).toEqual(met(['recertification:0']));
  const next = '2027-03-01T08:00:00.000Z';
  expect(judge({ ...round, unanswered: [] }, '2026-12-05T08:00:00.000Z')).toEqual(met(['recertification:2'], next));
  expect(judge(round, '2026-12-05T08:00:00.000Z', [{ ...ana, status: 'left' }])).toEqual(
    met(['recertification:2'], next),
  );
});
