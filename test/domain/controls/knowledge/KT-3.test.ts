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
      'The owner of the plan takes no part in this case; name somebody who does.',
      'The plan does not cover models-and-weights, access-and-accounts, documentation, open-work; it has to.',
      'The policy wants at least 2 hand-over sessions: only 1 planned; plan what is missing.',
      `"Training pipeline" is handed to nobody of the client's; name one of the client's people.`,
      '"Training pipeline" would be handed over before the start date; correct the day.',
    ),
  );
});

test('KT-3 is refused in staff augmentation for a plan that would do for a managed team', () => {
  expect(assess('KT-3', { form, numbers, model: { chosen: 'staff-augmentation' } })).toEqual(
    refused('The policy wants at least 4 hand-over sessions: only 2 planned; plan what is missing.'),
  );
});

test('KT-3 is met by a plan that covers everything', () => {
  expect(assess('KT-3', { form, numbers })).toEqual(
    met([ref('KT-3', form), `document:${HASH}`, 'link:https://docs.example/hand-over']),
  );
});

test('KT-3 is open before there is a plan', () => {
  expect(assess('KT-3', { numbers })).toEqual(open(['There is no plan for offboarding and knowledge transfer yet.']));
});
