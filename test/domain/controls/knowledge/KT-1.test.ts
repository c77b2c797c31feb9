import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const decision = { title: 'One index a tenant', link: 'https://docs.example/adr/1', author: WHO.ana };
const form = { owner: WHO.ana, decisions: [decision] };

test("KT-1 is refused in staff augmentation when the owner is not the client's", () => {
  expect(assess('KT-1', { form, model: { chosen: 'staff-augmentation' } })).toEqual(
    refused(say('KT-1.owner-not-client', { owner: WHO.ana })),
  );
});

test('KT-1 is refused for an owner and an author who are nobody here, and one record for two decisions', () => {
  const decisions = [decision, { ...decision, author: 'p-nobody' }];
  expect(assess('KT-1', { form: { owner: 'p-gone', decisions } })).toEqual(
    refused(
      say('KT-1.owner-not-in-case', { owner: 'p-gone' }),
      say('KT-1.duplicate-record'),
      say('KT-1.author-unknown', { authors: ['p-nobody'] }),
    ),
  );
});

test('KT-1 is met by recorded decisions with an owner', () => {
  expect(assess('KT-1', { form })).toEqual(met([ref('KT-1', form), `link:${decision.link}`]));
  const owned = { ...form, owner: WHO.manager };
  expect(assess('KT-1', { form: owned, model: { chosen: 'staff-augmentation' } }).status).toBe('met');
});

test('KT-1 is open before anything is documented', () => {
  expect(assess('KT-1')).toEqual(open([say('KT-1.not-supplied')]));
});
