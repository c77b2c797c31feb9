import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = { contact: WHO.manager, decides: ['priorities', 'scope', 'acceptance'] };

test("ON-4 is refused for a contact of the vendor's, and for one who cannot decide", () => {
  expect(assess('ON-4', { form: { contact: WHO.contact, decides: ['priorities'] } })).toEqual(
    refused(
      `${WHO.contact} is not one of the client's people in this case; name one of them.`,
      'The point of contact cannot decide on scope, acceptance; name somebody who can, or widen the authority.',
    ),
  );
});

test("ON-4 is met by one of the client's people who can decide", () => {
  expect(assess('ON-4', { form })).toEqual(met([ref('ON-4', form)]));
});

test('ON-4 is open before anybody is named', () => {
  expect(assess('ON-4')).toEqual(open(['The point of contact is not named yet.']));
});
