import type { JsonObject } from '../../../../domain/controls/form.js';
import { assess, met, open, person, ref, refused, WHO, type World } from '../../../support/controls/scene.js';

const team = {
  lead: WHO.ana,
  kpiOwner: WHO.manager,
  governance: ['delivery-board'],
  escalatesTo: WHO.procurement,
  cadence: ['daily-stand-up', 'weekly-review', 'monthly-strategy'],
};
const manages = (engineer: string, change: JsonObject = {}) => ({
  engineer,
  manager: WHO.manager,
  onboardedBy: '2026-09-04',
  ...change,
});
const staff = {
  managers: [manages(WHO.ana), manages(WHO.ben)],
  qualityOwner: WHO.manager,
  architectureOwner: WHO.manager,
};
const milestone = { name: 'Sorter', due: '2026-10-01', acceptance: '95 % right', acceptedBy: WHO.manager };
const judge = (form: JsonObject, chosen: 'staff-augmentation' | 'project' | 'managed-team', world: World = {}) =>
  assess('EM-2', { form, model: { chosen }, ...world });

test('EM-2 is refused for the terms of another model, and without the part of the chosen one', () => {
  expect(judge({ model: 'project', project: { milestones: [milestone] } }, 'managed-team')).toEqual(
    refused('The terms are for project and the model chosen is managed-team; supply those for it.'),
  );
  expect(judge({ model: 'managed-team' }, 'managed-team')).toEqual(
    refused('The part managedTeam is missing; the model managed-team needs it.'),
  );
  expect(judge({ model: 'managed-team', managedTeam: team, staffAugmentation: staff }, 'managed-team')).toEqual(
    refused('The part staffAugmentation does not belong to managed-team; leave it out.'),
  );
});

test('EM-2 is refused in a managed team without lead, cadence and owners on the right sides', () => {
  const managedTeam = { ...team, lead: WHO.legal, kpiOwner: WHO.contact, cadence: ['weekly-review'] };
  expect(judge({ model: 'managed-team', managedTeam }, 'managed-team')).toEqual(
    refused(
      "The partner's lead is not one of the vendor's people; name one of them.",
      'The cadence lacks daily-stand-up, monthly-strategy; agree on all of it.',
      `${WHO.contact} is to answer for the KPIs and is not one of the client's people in this case; name one of them.`,
    ),
  );
});

test('EM-2 is refused in staff augmentation when an engineer has no internal manager', () => {
  const managers = [manages(WHO.ana, { manager: WHO.contact, onboardedBy: '2026-08-01' })];
  expect(
    judge({ model: 'staff-augmentation', staffAugmentation: { ...staff, managers } }, 'staff-augmentation'),
  ).toEqual(
    refused(
      `${WHO.ben} has no internal manager; name one for every engineer.`,
      `The onboarding of ${WHO.ana} would end before the case starts; correct the day.`,
      `${WHO.contact} is to manage ${WHO.ana} and is not one of the client's people in this case; name one of them.`,
    ),
  );
});

test('EM-2 is refused in a project for milestones out of order, without acceptance, accepted by the vendor', () => {
  const milestones = [
    { ...milestone, acceptance: 'Sorter', acceptedBy: WHO.contact },
    { ...milestone, name: 'Model', due: '2026-09-15' },
  ];
  expect(judge({ model: 'project', project: { milestones } }, 'project')).toEqual(
    refused(
      'The milestones are not in the order of their days, from the start date on; put them in order.',
      'Sorter has no acceptance criterion of its own; say when it counts as done.',
      `${WHO.contact} is to accept "Sorter" and is not one of the client's people in this case; name one of them.`,
    ),
  );
});

const complete: ['managed-team' | 'project' | 'staff-augmentation', JsonObject][] = [
  ['managed-team', { model: 'managed-team', managedTeam: team }],
  ['project', { model: 'project', project: { milestones: [milestone] } }],
  ['staff-augmentation', { model: 'staff-augmentation', staffAugmentation: staff }],
];

test.each(complete)('EM-2 is met by the full terms of the chosen model: %s', (chosen, form) => {
  expect(judge(form, chosen)).toEqual(met([ref('EM-2', form)]));
});

test('EM-2 is met in staff augmentation without a manager for whoever was rejected or is only proposed later', () => {
  const form = { model: 'staff-augmentation', staffAugmentation: { ...staff, managers: [manages(WHO.ana)] } };
  const engineer = { employer: 'Vendor', country: 'PL', jobRole: 'ML engineer', needs: [] };
  const world = {
    intake: {
      engineers: [
        { ...engineer, person: WHO.ana },
        { ...engineer, person: WHO.ben },
      ],
    },
    people: [person(WHO.ana), person(WHO.ben, { status: 'rejected' }), person('p-new', { status: 'proposed' })],
  };
  expect(judge(form, 'staff-augmentation', world)).toEqual(met([ref('EM-2', form)]));
});

test('EM-2 is open before the terms are supplied', () => {
  expect(assess('EM-2', { model: { chosen: 'project' } })).toEqual(
    open(['The terms for project are not supplied yet.']),
  );
});
