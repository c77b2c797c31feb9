import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = {
  documentHash: HASH,
  contains: ['problem-definition', 'success-criteria'],
  handedTo: WHO.contact,
  handedOn: '2026-09-01',
  acknowledged: true,
};

test('ON-1 is refused without a document, its two parts, a receiver at the vendor and an answer', () => {
  const { documentHash: _none, ...bare } = form;
  const answers = { ...bare, contains: ['problem-definition'], handedTo: WHO.legal, acknowledged: false };
  expect(assess('ON-1', { form: answers })).toEqual(
    refused(
      say('ON-1.no-document'),
      say('ON-1.incomplete', { lacking: ['success-criteria'] }),
      say('ON-1.recipient-not-vendor', { recipient: WHO.legal }),
      say('ON-1.not-acknowledged', { recipient: WHO.legal }),
    ),
  );
});

test('ON-1 is met by a document handed over and acknowledged', () => {
  expect(assess('ON-1', { form })).toEqual(met([ref('ON-1', form), `document:${HASH}`]));
  const { documentHash: _none, ...linked } = { ...form, documentLink: 'https://docs.example/brief' };
  expect(assess('ON-1', { form: linked })).toEqual(met([ref('ON-1', linked), 'link:https://docs.example/brief']));
});

test('ON-1 is open before the hand-over, and until its day has come', () => {
  expect(assess('ON-1')).toEqual(open([say('ON-1.not-supplied')]));
  expect(assess('ON-1', { form: { ...form, handedOn: '2026-09-11' } })).toEqual(
    open([say('controls.ahead', { what: say('ON-1.hand-over'), day: '2026-09-11' })], {
      until: '2026-09-11T00:00:00.000Z',
    }),
  );
});
