import { ARTICLE_5 } from '../../../../domain/controls/data/aiActForm.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, paper, ref, refused, type World } from '../../../support/controls/scene.js';

const numbers = {
  prohibitionsFrom: 20250202,
  addedProhibitionsFrom: 20261202,
  generalPurposeFrom: 20250802,
  transparencyFrom: 20260802,
  annexIIIFrom: 20271202,
  annexIFrom: 20280802,
  termsAheadMonths: 24,
};
const msa = paper('msa', { kind: 'master-agreement', signers: ['client', 'vendor'] });
const practices = Object.fromEntries(Object.keys(ARTICLE_5).map((key) => [key, true]));
const form = {
  provider: 'client',
  underNameOf: 'client',
  deployer: 'client',
  riskClass: 'minimal',
  reason: 'It forecasts delivery times and decides nothing about people',
  practices,
  transparencyDuties: [],
  transparencyKept: [],
  generalPurpose: 'none',
};
const lays = ['information', 'capabilities', 'technical-access', 'assistance'];
const supplierTerms = { paper: 'msa', clause: '14', lays };
const high = { riskClass: 'high-annex-iii', supplierTerms };
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('AI-1', { form: { ...form, ...change }, numbers, papers: [msa], ...world });
const of = (change: JsonObject = {}) => ref('AI-1', { ...form, ...change });
const ADDED = '2026-12-02T00:00:00.000Z';

test('AI-1 is refused for any practice of Art. 5 that is not ruled out, naming it', () => {
  expect(Object.keys(ARTICLE_5)).toHaveLength(10);
  for (const key of Object.keys(ARTICLE_5))
    expect(judge({ practices: { ...practices, [key]: false } }, { now: ADDED })).toEqual(
      refused(say('AI-1.practice', { practice: key })),
    );
  expect(judge({ practices: { ...practices, a: false } }).status).toBe('refused');
});

test('AI-1 is refused for a practice added by Regulation (EU) 2026/1744 from 2 December 2026 on, and met until then', () => {
  const change = { practices: { ...practices, ba: false } };
  expect(judge(change)).toEqual(met([of(change)], ADDED));
  expect(judge(change, { now: '2026-12-01T23:59:59.999Z' }).status).toBe('met');
  expect(judge(change, { now: ADDED }).status).toBe('refused');
});

test('AI-1 is refused for a prohibited system, and for roles and class that the other answers contradict', () => {
  expect(judge({ riskClass: 'prohibited', provider: 'vendor' })).toEqual(
    refused(say('AI-1.provider', { provider: 'vendor', named: 'client' }), say('AI-1.prohibited')),
  );
  expect(judge({ riskClass: 'transparency' })).toEqual(refused(say('AI-1.no-transparency-duty')));
  const duty = ['50(1)-people-know-they-deal-with-ai'];
  expect(judge({ transparencyDuties: duty, transparencyKept: duty })).toEqual(
    refused(say('AI-1.minimal-with-duty', { duties: duty })),
  );
});

test('AI-1 is refused for a duty of transparency that nobody settled, and a model without documentation', () => {
  const change = {
    riskClass: 'transparency',
    transparencyDuties: ['50(1)-people-know-they-deal-with-ai', '50(2)-generated-content-is-marked'],
    transparencyKept: ['50(1)-people-know-they-deal-with-ai'],
    generalPurpose: 'builds-on-one',
  };
  expect(judge(change)).toEqual(
    refused(
      say('AI-1.transparency-unsettled', { duties: ['50(2)-generated-content-is-marked'] }),
      say('AI-1.model-undocumented'),
    ),
  );
  const later = { ...numbers, transparencyFrom: 20270101, generalPurposeFrom: 20261001 };
  expect(judge(change, { numbers: later })).toEqual(met([of(change)], '2026-10-01T00:00:00.000Z'));
  const settled = { ...change, transparencyKept: change.transparencyDuties, modelDocumented: true };
  expect(judge(settled)).toEqual(met([of(settled)]));
});

test('AI-1 is refused for supplier terms that leave out what Art. 25(4) asks for', () => {
  expect(judge({ ...high, supplierTerms: { ...supplierTerms, lays: ['information'] } })).toEqual(
    refused(say('AI-1.terms-incomplete', { lacking: ['capabilities', 'technical-access', 'assistance'] })),
  );
});

test('AI-1 is met by a minimal system, and by one of high risk under terms in force', () => {
  const until = '2027-08-31T00:00:00.000Z';
  expect(judge()).toEqual(met([of()]));
  expect(judge(high)).toEqual(met([of(high), `paper:msa@${HASH}`]));
  expect(judge(high, { papers: [{ ...msa, until }] })).toEqual(met([of(high), `paper:msa@${HASH}`], until));
  const own = { riskClass: 'high-annex-i', provider: 'vendor', underNameOf: 'vendor' };
  expect(judge(own)).toEqual(met([of(own)]));
});

test('AI-1 is met without supplier terms until the policy asks for them ahead of the day of Annex III or Annex I', () => {
  const missing = say('AI-1.terms-missing');
  const [three, one] = [{ riskClass: 'high-annex-iii' }, { riskClass: 'high-annex-i' }];
  const late = { ...numbers, termsAheadMonths: 12 };
  expect(judge(three)).toEqual(open([missing]));
  expect(judge(one)).toEqual(open([missing]));
  expect(judge(three, { numbers: late })).toEqual(met([of(three)], ADDED));
  expect(judge(one, { numbers: late })).toEqual(met([of(one)], '2027-08-02T00:00:00.000Z'));
  expect(judge(three, { numbers: late, now: ADDED })).toEqual(open([missing]));
});

test('AI-1 is open before anything is supplied, and while the paper with the terms is not there', () => {
  expect(assess('AI-1', { numbers })).toEqual(open([say('AI-1.not-said')]));
  const aiAct = { euMarket: true };
  expect(assess('AI-1', { numbers, intake: { aiAct } })).toEqual(open([say('AI-1.not-supplied')]));
  expect(judge(high, { papers: [] })).toEqual(open([say('controls.paper-unknown', { paper: 'msa' })]));
});

test('AI-1 applies unless the case says plainly that it is not concerned', () => {
  const applies = CONTROLS['AI-1']?.applies;
  const why = say('AI-1.no-eu-market');
  // Nobody said: where the parties are established does not settle where the output is used (Art. 2(1)(c)).
  const outside = { ...intake, vendor: { ...intake.vendor, country: 'IN' } };
  for (const silent of [intake, outside])
    expect(applies?.(silent)).toEqual({ applies: true, why: say('AI-1.not-said') });
  expect(applies?.({ ...intake, aiAct: { euMarket: false } })).toEqual({ applies: false, why });
  expect(applies?.({ ...intake, aiAct: { euMarket: true } }).applies).toBe(true);
});
