import { WP248_CRITERIA } from '../../../../domain/controls/data/assessmentForm.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, ref, refused, type World } from '../../../support/controls/scene.js';

const numbers = { criteriaForAssessment: 2 };
const none = {
  criteria: ['innovative-technology'],
  cases: [],
  onAuthorityList: false,
  reason: 'Only one criterion is met: names of dispatchers in tickets',
};
const assessment = {
  report: HASH,
  doneOn: '2026-08-20',
  holds: ['description-and-purposes', 'necessity-and-proportionality', 'risks-to-people', 'measures'],
  advice: 'sought',
  residualRisk: 'medium',
};
const done = { ...none, criteria: ['innovative-technology', 'large-scale'], assessment };
const high: JsonObject = { ...done, assessment: { ...assessment, residualRisk: 'high' } };
const judge = (form: JsonObject, world: World = {}) => assess('DP-4', { form, numbers, ...world });
const rests = (form: JsonObject) => [ref('DP-4', form), `document:${HASH}`];
const NEEDED = open([say('DP-4.assessment-missing')]);

test('DP-4 asks for the nine criteria of WP248 rev.01', () => {
  expect(WP248_CRITERIA).toHaveLength(9);
});

test('DP-4 is refused for an assessment that lacks a part of Art. 35(7) or the advice of the officer', () => {
  expect(judge({ ...done, assessment: { ...assessment, holds: ['measures'], advice: 'not-sought' } })).toEqual(
    refused(
      say('DP-4.incomplete', {
        lacking: ['description-and-purposes', 'necessity-and-proportionality', 'risks-to-people'],
      }),
      say('DP-4.officer-not-asked'),
    ),
  );
});

test('DP-4 is refused where the supervisory authority prohibits, and where its advice is not followed', () => {
  const told = (outcome: string) => judge({ ...high, consultation: { askedOn: '2026-08-21', outcome } });
  expect(told('prohibited')).toEqual(refused(say('DP-4.prohibited')));
  expect(told('advice-not-followed')).toEqual(refused(say('DP-4.advice-not-followed')));
});

test('DP-4 is refused for an answer that knows no sensitive data where the intake does', () => {
  const special: World = { intake: { data: { classes: ['special-category-data'], euPersonalData: true } } };
  const reason = say('DP-4.sensitive-data');
  expect(judge(none, special)).toEqual(refused(reason));
  expect(judge(done, special)).toEqual(refused(reason));
  expect(judge({ ...none, criteria: ['sensitive-data'] }, special).status).toBe('met');
});

test('DP-4 is met where no assessment is needed, and by one whose risk left is not high', () => {
  expect(judge(none)).toEqual(met([ref('DP-4', none)]));
  expect(judge(done)).toEqual(met(rests(done)));
});

test('DP-4 is met with a high risk left only once the authority was consulted and has not objected', () => {
  const told = (outcome: string, askedOn = '2026-08-21') => ({ ...high, consultation: { askedOn, outcome } });
  for (const outcome of ['no-objection', 'advice-followed'])
    expect(judge(told(outcome))).toEqual(met(rests(told(outcome))));
  expect(judge(high)).toEqual(open([say('DP-4.consult')]));
  expect(judge(told('waiting'))).toEqual(open([say('DP-4.authority-waiting')]));
  expect(judge(told('no-objection', '2026-09-20'))).toEqual(
    open([say('controls.ahead', { what: say('DP-4.consultation'), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
});

test.each([
  ['two criteria', { criteria: ['innovative-technology', 'large-scale'] }],
  ['a case of Art. 35(3)', { cases: ['35(3)(c)-public-monitoring'] }],
  ["the authority's list", { onAuthorityList: true }],
])('DP-4 is open without an assessment for %s', (_what, change) => {
  expect(judge({ ...none, ...change })).toEqual(NEEDED);
});

test('DP-4 is open before anything is supplied and while the assessment lies ahead; a criterion counts once', () => {
  expect(assess('DP-4', { numbers })).toEqual(open([say('DP-4.not-supplied')]));
  expect(judge({ ...done, assessment: { ...assessment, doneOn: '2026-09-20' } })).toEqual(
    open([say('controls.ahead', { what: say('DP-4.assessment'), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
  expect(judge({ ...none, criteria: ['large-scale', 'large-scale'] }).status).toBe('met');
});

test('DP-4 applies with personal data', () => {
  const applies = CONTROLS['DP-4']?.applies;
  expect(applies?.(intake).applies).toBe(false);
  expect(applies?.({ ...intake, data: { classes: ['personal-data'], euPersonalData: false } }).applies).toBe(true);
});
