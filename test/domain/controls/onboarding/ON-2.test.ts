import type { Intake } from '../../../../domain/case/intake.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const data: Partial<Intake> = { data: { classes: ['personal-data', 'internal-documents'], euPersonalData: false } };
const claims = {
  name: 'claims 2025, masked',
  dataClass: 'personal-data',
  extent: 'sample',
  access: 'read',
  task: 'Train the sorter',
  approvedBy: WHO.privacy,
  until: '2026-09-30',
};
const manuals = {
  ...claims,
  name: 'manuals',
  dataClass: 'internal-documents',
  extent: 'whole',
  approvedBy: WHO.manager,
  until: '2026-10-31',
};

test('ON-2 is refused for a class that the case does not declare, more than is needed, and no approval by its keeper', () => {
  const dataSets = [
    { ...claims, extent: 'whole', approvedBy: WHO.manager },
    { ...manuals, dataClass: 'model-weights', approvedBy: WHO.contact },
  ];
  expect(assess('ON-2', { form: { dataSets }, intake: data })).toEqual(
    refused(
      say('ON-2.too-broad', { dataSet: claims.name, dataClass: 'personal-data' }),
      say('ON-2.not-approved-by-role', { dataSet: claims.name, dataClass: 'personal-data', role: 'privacy' }),
      say('ON-2.class-not-declared', { dataSet: 'manuals', dataClass: 'model-weights' }),
      say('ON-2.not-approved', { dataSet: 'manuals' }),
    ),
  );
});

test('ON-2 is met by scoped and approved data sets until the first of them ends', () => {
  const form = { dataSets: [claims, manuals] };
  const until = '2026-10-01T00:00:00.000Z';
  expect(assess('ON-2', { form, intake: data })).toEqual(
    met([ref('ON-2', form), 'data:claims 2025, masked', 'data:manuals'], until),
  );
  expect(assess('ON-2', { form, intake: data, now: until })).toEqual(
    open([say('controls.basis-ended', { control: 'ON-2', until: '2026-10-01T00:00:00.000Z' })]),
  );
});

test('ON-2 is met by an empty list where the team needs no data', () => {
  expect(assess('ON-2', { form: { dataSets: [] } })).toEqual(met([ref('ON-2', { dataSets: [] })]));
});

test('ON-2 is open before the data sets are named', () => {
  expect(assess('ON-2')).toEqual(open([say('ON-2.not-supplied')]));
});
