import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = { contact: WHO.manager, decides: ['priorities', 'scope', 'acceptance'] };

test("ON-4 is refused for a contact of the vendor's, and for one who cannot decide", () => {
  expect(assess('ON-4', { form: { contact: WHO.contact, decides: ['priorities'] } })).toEqual(
    refused(
      say('ON-4.contact-not-client', { contact: WHO.contact }),
      say('ON-4.cannot-decide', { contact: WHO.contact, lacking: ['scope', 'acceptance'] }),
    ),
  );
});

test("ON-4 is met by one of the client's people who can decide", () => {
  expect(assess('ON-4', { form })).toEqual(met([ref('ON-4', form)]));
});

test('ON-4 is open before anybody is named', () => {
  expect(assess('ON-4')).toEqual(open([say('ON-4.not-supplied')]));
});
