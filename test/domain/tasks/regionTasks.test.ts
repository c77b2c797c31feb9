import { regionTasks } from '../../../domain/tasks/regionTasks.js';
import { intake, NOW, person, sceneOf, WHO } from '../../support/controls/scene.js';

const needs = [
  { resource: 'client/api', profile: 'contributor', task: 'Builds it' },
  { resource: 'client/claims', profile: 'reader', task: 'Looks into it' },
];
const world = {
  intake: {
    data: { ...intake.data, residency: { countries: ['DE', 'PL'], requiredBy: 'policy' as const } },
    repositories: [
      { id: 'client/api', personalData: false },
      { id: 'client/claims', personalData: true },
    ],
  },
};
const titles = (change: Parameters<typeof person>[1]) =>
  regionTasks(sceneOf('DP-2', { ...world, people: [person(WHO.ana, { needs, ...change })] }).state, NOW).map((t) => ({
    id: t.id,
    what: t.what,
    assignees: t.assignees,
    actions: t.actions,
  }));

test('given somebody accepted who sits outside the residency countries, then their need of the data is to be taken away, and no other', () => {
  expect(titles({ country: 'PT' })).toEqual([
    {
      id: `region:${WHO.ana}/client/claims`,
      what: { code: 'tasks.region', person: WHO.ana, resource: 'client/claims', country: 'PT' },
      assignees: [WHO.manager],
      actions: [
        {
          do: 'SetNeeds',
          with: { person: WHO.ana, needs: [{ resource: 'client/api', profile: 'contributor', task: 'Builds it' }] },
          ask: ['reason'],
          say: { code: 'tasks.region-how' },
        },
      ],
    },
  ]);
});

test('given somebody within them, or not accepted, then there is nothing to take away', () => {
  expect(titles({ country: 'PL' })).toEqual([]);
  expect(titles({ country: 'PT', status: 'proposed' })).toEqual([]);
});
