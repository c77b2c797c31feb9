import type { JsonObject } from '../../../../domain/controls/form.js';
import { annex, annexRef, unsigned, waits } from '../../../support/controls/annex.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const form = {
  paper: 'annex',
  belongToClient: ['fine-tuned-weights', 'embeddings', 'derived-data-sets'],
  vendorKeeps: [],
  trainingForbidden: true,
};
const judge = (change: JsonObject = {}, papers = [annex]) => assess('IP-5', { form: { ...form, ...change }, papers });

test('IP-5 is refused when the client does not own all that is made from its data', () => {
  expect(judge({ belongToClient: ['embeddings'] })).toEqual(
    refused('The client does not own fine-tuned-weights, derived-data-sets; the agreement has to say that it does.'),
  );
});

test('IP-5 is refused when the vendor keeps anything or may train on it', () => {
  expect(judge({ vendorKeeps: ['copies', 'use-for-others'], trainingForbidden: false })).toEqual(
    refused(
      'The vendor keeps copies, use-for-others; it has to keep nothing.',
      "The vendor may train on the client's material; the agreement has to forbid it beyond this work.",
    ),
  );
});

test('IP-5 is met until the annex or agreement ends', () => {
  expect(judge()).toEqual(met([ref('IP-5', form), annexRef], annex.until));
});

test('IP-5 is open before anything is supplied, and before both signed', () => {
  expect(assess('IP-5')).toEqual(open(['The terms for weights, embeddings and derived data are not supplied yet.']));
  expect(judge({}, [unsigned])).toEqual(waits);
});
