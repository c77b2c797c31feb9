import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const numbers = { seniorYears: 5 };
const form = { reviewer: WHO.manager, productionYears: 8, reviews: ['model-outputs', 'code'] };

test('KP-5 is refused for a junior reviewer who does not look at outputs', () => {
  expect(assess('KP-5', { form: { ...form, productionYears: 2, reviews: ['code'] }, numbers })).toEqual(
    refused(say('KP-5.too-junior', { years: 2, minimum: 5 }), say('KP-5.outputs-not-reviewed')),
  );
});

test("KP-5 is refused for a reviewer of the vendor's in staff augmentation, and for a stranger in a project", () => {
  expect(
    assess('KP-5', { form: { ...form, reviewer: WHO.ana }, numbers, model: { chosen: 'staff-augmentation' } }),
  ).toEqual(refused(say('KP-5.reviewer-not-client', { reviewer: WHO.ana })));
  expect(assess('KP-5', { form: { ...form, reviewer: 'p-gone' }, numbers, model: { chosen: 'project' } })).toEqual(
    refused(say('KP-5.reviewer-not-in-case', { reviewer: 'p-gone' })),
  );
});

test("KP-5 is refused in a managed team for somebody of the vendor's who is not the lead named in EM-2", () => {
  const evidence = { 'EM-2': { managedTeam: { lead: WHO.ben } } };
  expect(assess('KP-5', { form: { ...form, reviewer: WHO.ana }, numbers, evidence })).toEqual(
    refused(say('KP-5.reviewer-not-lead', { reviewer: WHO.ana })),
  );
});

test("KP-5 is met by a senior reviewer of the client's, or by the partner's lead in a managed team", () => {
  expect(assess('KP-5', { form, numbers })).toEqual(met([ref('KP-5', form)]));
  const lead = { ...form, reviewer: WHO.ben };
  const evidence = { 'EM-2': { managedTeam: { lead: WHO.ben } } };
  expect(assess('KP-5', { form: lead, numbers, evidence })).toEqual(met([ref('KP-5', lead)]));
});

test('KP-5 is open before anybody is named', () => {
  expect(assess('KP-5', { numbers })).toEqual(open([say('KP-5.not-supplied')]));
});
