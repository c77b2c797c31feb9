import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const numbers = { minimumSessions: 2, minimumSessionsStaffAugmentation: 4 };
const session = { topic: 'Training pipeline', day: '2026-09-20', recipient: WHO.manager };
const form = {
  planHash: HASH,
  planLink: 'https://docs.example/hand-over',
  owner: WHO.contact,
  covers: ['code', 'models-and-weights', 'data', 'access-and-accounts', 'documentation', 'open-work'],
  sessions: [session, session],
};

test('KT-3 is refused for a plan with gaps, too few sessions, an owner who is gone and nobody to hand over to', () => {
  const sessions = [{ ...session, recipient: WHO.ben, day: '2026-08-20' }];
  expect(assess('KT-3', { form: { ...form, owner: 'p-gone', covers: ['code', 'data'], sessions }, numbers })).toEqual(
    refused(
      say('KT-3.owner-not-in-case', { owner: 'p-gone' }),
      say('KT-3.not-covered', { topics: ['models-and-weights', 'access-and-accounts', 'documentation', 'open-work'] }),
      say('KT-3.too-few-sessions', { planned: 1, minimum: 2 }),
      say('KT-3.recipient-not-client', { topic: 'Training pipeline', recipient: WHO.ben }),
      say('KT-3.session-before-start', { topic: 'Training pipeline', day: '2026-08-20', start: '2026-09-01' }),
    ),
  );
});

test('KT-3 is refused in staff augmentation for a plan that would do for a managed team', () => {
  expect(assess('KT-3', { form, numbers, model: { chosen: 'staff-augmentation' } })).toEqual(
    refused(say('KT-3.too-few-sessions', { planned: 2, minimum: 4 })),
  );
});

test('KT-3 is met by a plan that covers everything', () => {
  expect(assess('KT-3', { form, numbers })).toEqual(
    met([ref('KT-3', form), `document:${HASH}`, 'link:https://docs.example/hand-over']),
  );
});

test('KT-3 is open before there is a plan', () => {
  expect(assess('KT-3', { numbers })).toEqual(open([say('KT-3.not-supplied')]));
});
