import { say } from '../../../../domain/say.js';
import { KPI_EVIDENCE } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const form = { inaccuracy: 'answers right', ipInfringement: 'copied text', dataPrivacy: 'leaks' };

test('KP-4 is refused for a KPI that does not exist, and for one that measures something else', () => {
  expect(
    assess('KP-4', { form: { ...form, ipInfringement: 'up', dataPrivacy: 'unknown' }, evidence: KPI_EVIDENCE }),
  ).toEqual(
    refused(
      say('KP-4.wrong-measure', {
        name: 'up',
        measure: 'uptime',
        check: say('KP-4.ip-infringement'),
        measures: ['ip-infringement'],
      }),
      say('KP-4.unknown-kpi', { name: 'unknown', check: say('KP-4.data-privacy') }),
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
    refused(say('KP-4.unknown-kpi', { name: 'leaks', check: say('KP-4.data-privacy') })),
  );
});

test('KP-4 is open before anything is named', () => {
  expect(assess('KP-4', { evidence: KPI_EVIDENCE })).toEqual(open([say('KP-4.not-supplied')]));
});
