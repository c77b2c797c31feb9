import { KPI_EVIDENCE } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const form = { inaccuracy: 'answers right', ipInfringement: 'copied text', dataPrivacy: 'leaks' };

test('KP-4 is refused for a KPI that does not exist, and for one that measures something else', () => {
  expect(
    assess('KP-4', { form: { ...form, ipInfringement: 'up', dataPrivacy: 'unknown' }, evidence: KPI_EVIDENCE }),
  ).toEqual(
    refused(
      'up measures uptime; IP infringement is checked by ip-infringement.',
      'No KPI of KP-1 to KP-3 is named unknown; name the one that checks for data privacy.',
    ),
  );
});

test('KP-4 is met by a KPI for each of the three, and rests on the evidence that states them', () => {
  expect(assess('KP-4', { form, evidence: KPI_EVIDENCE })).toEqual(
    met([ref('KP-4', form), ref('KP-1', KPI_EVIDENCE['KP-1']), ref('KP-3', KPI_EVIDENCE['KP-3'])]),
  );
});

test('KP-4 is refused again once the KPI that it names is no longer agreed', () => {
  const { 'KP-3': _gone, ...others } = KPI_EVIDENCE;
  expect(assess('KP-4', { form, evidence: others })).toEqual(
    refused('No KPI of KP-1 to KP-3 is named leaks; name the one that checks for data privacy.'),
  );
});

test('KP-4 is open before anything is named', () => {
  expect(assess('KP-4', { evidence: KPI_EVIDENCE })).toEqual(
    open(['The KPIs that check for risks are not named yet.']),
  );
});
