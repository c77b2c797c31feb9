import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
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
    refused(say('IP-5.not-owned', { left: ['fine-tuned-weights', 'derived-data-sets'] })),
  );
});

test('IP-5 is refused when the vendor keeps anything or may train on it', () => {
  expect(judge({ vendorKeeps: ['copies', 'use-for-others'], trainingForbidden: false })).toEqual(
    refused(say('IP-5.vendor-keeps', { kept: ['copies', 'use-for-others'] }), say('IP-5.training-allowed')),
  );
});

test('IP-5 is met until the annex or agreement ends', () => {
  expect(judge()).toEqual(met([ref('IP-5', form), annexRef], annex.until));
});

test('IP-5 is open before anything is supplied, and before both signed', () => {
  expect(assess('IP-5')).toEqual(open([say('IP-5.not-supplied')]));
  expect(judge({}, [unsigned])).toEqual(waits);
});
