import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
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
    refused(say('EM-2.other-model', { model: 'project', chosen: 'managed-team' })),
  );
  expect(judge({ model: 'managed-team' }, 'managed-team')).toEqual(
    refused(say('EM-2.part-missing', { part: 'managedTeam', model: 'managed-team' })),
  );
  expect(judge({ model: 'managed-team', managedTeam: team, staffAugmentation: staff }, 'managed-team')).toEqual(
    refused(say('EM-2.part-not-needed', { parts: ['staffAugmentation'], model: 'managed-team' })),
  );
});

test('EM-2 is refused in a managed team without lead, cadence and owners on the right sides', () => {
  const managedTeam = { ...team, lead: WHO.legal, kpiOwner: WHO.contact, cadence: ['weekly-review'] };
  expect(judge({ model: 'managed-team', managedTeam }, 'managed-team')).toEqual(
    refused(
      say('EM-2.lead-not-vendor', { person: WHO.legal }),
      say('EM-2.cadence-incomplete', { meetings: ['daily-stand-up', 'monthly-strategy'] }),
      say('EM-2.kpi-owner-not-client', { person: WHO.contact }),
    ),
  );
});

test('EM-2 lacks a manager for one engineer alone, and the next lead once the lead has left', () => {
  const managers = [manages(WHO.ana)];
  const found = judge({ model: 'staff-augmentation', staffAugmentation: { ...staff, managers } }, 'staff-augmentation');
  expect(found).toMatchObject({
    status: 'open',
    missing: [say('EM-2.no-manager', { engineers: [WHO.ben] })],
    metBut: { people: [WHO.ben] },
  });
});

test('EM-2 is refused in staff augmentation when a manager is not the client’s or begins too early', () => {
  const managers = [manages(WHO.ana, { manager: WHO.contact, onboardedBy: '2026-08-01' })];
  expect(
    judge({ model: 'staff-augmentation', staffAugmentation: { ...staff, managers } }, 'staff-augmentation'),
  ).toEqual(
    refused(
      say('EM-2.onboarding-too-early', { engineers: [WHO.ana], startDate: '2026-09-01' }),
      say('EM-2.manager-not-client', { person: WHO.contact, engineer: WHO.ana }),
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
      say('EM-2.milestones-out-of-order', { startDate: '2026-09-01' }),
      say('EM-2.no-acceptance', { milestones: ['Sorter'] }),
      say('EM-2.acceptance-not-client', { person: WHO.contact, milestone: 'Sorter' }),
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
    open([say('EM-2.not-supplied', { model: 'project' })]),
  );
});
