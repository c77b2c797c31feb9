import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const numbers = { seniorYears: 5 };
const form = { reviewer: WHO.manager, productionYears: 8, reviews: ['model-outputs', 'code'] };

test('KP-5 is refused for a junior reviewer who does not look at outputs', () => {
  expect(assess('KP-5', { form: { ...form, productionYears: 2, reviews: ['code'] }, numbers })).toEqual(
    refused(
      'The reviewer has 2 years with ML in production; the policy asks for 5.',
      'The reviewer does not review model outputs; that is what the role is for.',
    ),
  );
});

test("KP-5 is refused for a reviewer of the vendor's in staff augmentation, and for a stranger in a project", () => {
  expect(
    assess('KP-5', { form: { ...form, reviewer: WHO.ana }, numbers, model: { chosen: 'staff-augmentation' } }),
  ).toEqual(refused("In staff augmentation the client owns quality; name one of the client's people as reviewer."));
  expect(assess('KP-5', { form: { ...form, reviewer: 'p-gone' }, numbers, model: { chosen: 'project' } })).toEqual(
    refused('The reviewer takes no part in this case; name somebody who does.'),
  );
});

test("KP-5 is refused in a managed team for somebody of the vendor's who is not the lead named in EM-2", () => {
  const evidence = { 'EM-2': { managedTeam: { lead: WHO.ben } } };
  expect(assess('KP-5', { form: { ...form, reviewer: WHO.ana }, numbers, evidence })).toEqual(
    refused("The reviewer is neither the client's nor the partner's lead named in EM-2; name one of them."),
  );
});

test("KP-5 is met by a senior reviewer of the client's, or by the partner's lead in a managed team", () => {
  expect(assess('KP-5', { form, numbers })).toEqual(met([ref('KP-5', form)]));
  const lead = { ...form, reviewer: WHO.ben };
  const evidence = { 'EM-2': { managedTeam: { lead: WHO.ben } } };
  expect(assess('KP-5', { form: lead, numbers, evidence })).toEqual(met([ref('KP-5', lead)]));
});

test('KP-5 is open before anybody is named', () => {
  expect(assess('KP-5', { numbers })).toEqual(open(['The senior reviewer is not named yet.']));
});
