import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const step = (name: string, responsible: string = WHO.contact) => ({ function: name, step: `To ${name}`, responsible });
const form = {
  mappingHash: HASH,
  mappingLink: 'https://docs.vendor.example/rmf',
  steps: [step('govern'), step('map', WHO.ana), step('measure'), step('manage')],
};

test('GV-1 is refused when one of the four functions has no step', () => {
  expect(assess('GV-1', { form: { ...form, steps: [step('govern'), step('measure')] } })).toEqual(
    refused(say('GV-1.function-unserved', { functions: ['map', 'manage'] })),
  );
});

test("GV-1 is refused when nobody of the vendor's answers for a step", () => {
  const steps = [...form.steps.slice(0, 3), step('manage', WHO.manager)];
  expect(assess('GV-1', { form: { ...form, steps } })).toEqual(
    refused(say('GV-1.step-without-vendor', { step: 'To manage', responsible: WHO.manager })),
  );
});

test('GV-1 is met by a mapping with a step for each function', () => {
  expect(assess('GV-1', { form })).toEqual(met([ref('GV-1', form), `document:${HASH}`, `link:${form.mappingLink}`]));
});

test('GV-1 is open before the mapping is supplied', () => {
  expect(assess('GV-1')).toEqual(open([say('GV-1.not-supplied')]));
});
