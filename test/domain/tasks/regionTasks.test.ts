import { regionTasks } from '../../../domain/tasks/regionTasks.js';
import { intake, NOW, person, repository, sceneOf, standing, WHO } from '../../support/controls/scene.js';

const needs = [
  { resource: 'github:client/api', profile: 'contributor', task: 'Builds it' },
  { resource: 'github:client/claims', profile: 'reader', task: 'Looks into it' },
].map(standing);
const world = {
  intake: {
    data: { ...intake.data, residency: { countries: ['DE', 'PL'], requiredBy: 'policy' as const } },
    resources: [repository('github:client/api'), repository('github:client/claims', true)],
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
      id: `region:${WHO.ana}/github:client/claims`,
      what: { code: 'tasks.region', person: WHO.ana, resource: 'github:client/claims', country: 'PT' },
      assignees: [WHO.manager],
      actions: [
        {
          do: 'SetNeeds',
          with: {
            person: WHO.ana,
            needs: [{ resource: 'github:client/api', profile: 'contributor', task: 'Builds it' }],
          },
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

test('given personal data and no residency duty, then a need is taken away from where no ground carries the transfer', () => {
  const data = { classes: ['personal-data' as const], euPersonalData: true };
  const abroad = { ...world, intake: { ...world.intake, data }, people: [person(WHO.ana, { needs, country: 'IN' })] };
  const found = (evidence: Parameters<typeof sceneOf>[1]['evidence'] = {}) =>
    regionTasks(sceneOf('DP-2', { ...abroad, evidence }).state, NOW).map(({ id, why }) => ({ id, why }));
  expect(found()).toEqual([
    { id: `region:${WHO.ana}/github:client/claims`, why: [{ code: 'tasks.region-no-ground', country: 'IN' }] },
  ]);
  expect(found({ 'DP-2': { transfers: [{ country: 'IN', mechanism: 'binding-corporate-rules' }] } })).toEqual([]);
});
