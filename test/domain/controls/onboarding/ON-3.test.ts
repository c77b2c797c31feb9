import type { Lease } from '../../../../domain/access/lease.js';
import { say } from '../../../../domain/say.js';
import { assess, met, NOW, open, ref, refused, WHO, type World } from '../../../support/controls/scene.js';

const form = {
  repository: 'github:client/claims',
  change: 'https://code.example/client/claims/pull/1',
  mergedOn: '2026-09-04',
  author: WHO.ana,
  environmentWorks: true,
};
const lease: Lease = {
  id: `${WHO.ana}/github:client/claims`,
  person: WHO.ana,
  resource: 'github:client/claims',
  permission: 'push',
  want: 'present',
  wantSince: NOW,
  basis: '',
  seen: 'present',
  proofs: [],
  attempts: 1,
  everOpened: true,
};
const held = (change: Partial<Lease> = {}): World => ({ state: { leases: { [lease.id]: { ...lease, ...change } } } });

test('ON-3 is refused for a change by somebody who never held access, elsewhere, in an environment that does not work', () => {
  expect(
    assess('ON-3', { form: { ...form, repository: 'github:client/other', environmentWorks: false }, ...held() }),
  ).toEqual(
    refused(
      say('ON-3.unknown-repository', { repository: 'github:client/other' }),
      say('ON-3.author-without-access', { author: WHO.ana, repository: 'github:client/other' }),
      say('ON-3.environment-broken'),
    ),
  );
  expect(assess('ON-3', { form, ...held({ everOpened: false }) }).status).toBe('refused');
});

test('ON-3 is met by a change merged by somebody who was given access, and stays so when that ends', () => {
  const rests = [ref('ON-3', form), `link:${form.change}`, `lease:${lease.id}`];
  expect(assess('ON-3', { form, ...held() })).toEqual(met(rests));
  expect(assess('ON-3', { form, ...held({ want: 'absent', seen: 'absent' }) })).toEqual(met(rests));
});

test('ON-3 is open before a change is merged', () => {
  expect(assess('ON-3')).toEqual(open([say('ON-3.not-supplied')]));
  expect(assess('ON-3', { form: { ...form, mergedOn: '2026-09-12' }, ...held() })).toEqual(
    open([say('controls.ahead', { what: say('ON-3.merge'), day: '2026-09-12' })], {
      until: '2026-09-12T00:00:00.000Z',
    }),
  );
});
