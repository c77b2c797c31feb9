import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  asset,
  HASH,
  intake,
  met,
  open,
  paper,
  person,
  ref,
  refused,
  WHO,
  type World,
} from '../../../support/controls/scene.js';

const lists = {
  eeaCountries: ['DE', 'PL', 'PT'],
  adequateCountries: ['CH', 'GB'],
  adequateWhenCertified: ['US'],
};
const dpa = paper('dpa', { kind: 'dpa', signers: ['client', 'vendor'] });
const form = {
  paper: 'dpa',
  clause: '5.2',
  storedIn: [{ country: 'DE' }],
  reachedFrom: [{ country: 'DE' }, { country: 'PL' }],
  transfers: [],
};
const resident = (...countries: string[]) => ({
  classes: ['personal-data' as const],
  euPersonalData: true,
  residency: { countries, requiredBy: 'regulation' as const },
});
const world: World = {
  lists,
  papers: [dpa],
  intake: {
    data: resident('DE', 'PL', 'US', 'CH', 'IN'),
    repositories: [{ id: 'client/claims', personalData: true }],
    assets: [asset('data:claims')],
  },
};
const judge = (change: JsonObject = {}, more: World = {}) =>
  assess('DP-2', { form: { ...form, ...change }, ...world, ...more });
const from = (country: string, ...transfers: JsonObject[]) => judge(reaching(country, ...transfers));
const reaching = (country: string, ...transfers: JsonObject[]) => ({
  reachedFrom: [...form.reachedFrom, { country }],
  transfers,
});

test('DP-2 is refused for an agreement that lets data lie or be reached elsewhere', () => {
  expect(
    judge({ storedIn: [{ country: 'DE' }, { country: 'PT' }], reachedFrom: [{ country: 'PL' }, { country: 'pt' }] }),
  ).toEqual(
    refused(
      say('DP-2.no-country-code', { country: 'pt' }),
      say('DP-2.stored-outside', { country: 'PT', allowed: ['DE', 'PL', 'US', 'CH', 'IN'] }),
      say('DP-2.reached-outside', { country: 'pt', allowed: ['DE', 'PL', 'US', 'CH', 'IN'] }),
      say('DP-2.ground-missing', { country: 'pt' }),
    ),
  );
});

test('DP-2 is refused for a data set that lies elsewhere, and for people who reach data from elsewhere', () => {
  const away = { ...world.intake, assets: [asset('data:claims', { country: 'US' })] };
  expect(judge({}, { intake: away })).toEqual(
    refused(say('DP-2.asset-outside', { asset: 'data:claims', country: 'US' })),
  );
  const people = [person(WHO.ana, { country: 'CH' }), person(WHO.ben, { country: 'CH', status: 'left' })];
  const outside = say('DP-2.person-outside', { person: WHO.ana, country: 'CH' });
  expect(judge({}, { people })).toEqual(refused(outside));
  const needs = [{ resource: 'data:claims', profile: 'reader', task: 'Look' }];
  expect(judge({}, { people: [person(WHO.ana, { country: 'CH', needs })] })).toEqual(refused(outside));
  const repositories = [{ id: 'client/claims', personalData: false }];
  expect(judge({}, { people, intake: { ...world.intake, repositories } }).status).toBe('met');
});

test('DP-2 stays met for everybody else when somebody outside the residency countries is accepted, whose access it keeps shut', () => {
  expect(judge({}, { people: [person(WHO.ana, { country: 'BR' })] }).status).toBe('met');
});

test('DP-2 is refused for a third country without a ground, and for grounds that do not carry', () => {
  expect(from('IN')).toEqual(refused(say('DP-2.ground-missing', { country: 'IN' })));
  expect(from('IN', { country: 'IN', mechanism: 'none' })).toEqual(refused(say('DP-2.no-ground', { country: 'IN' })));
  expect(from('IN', { country: 'IN', mechanism: 'derogation' })).toEqual(
    refused(say('DP-2.derogation', { country: 'IN' })),
  );
  expect(from('IN', { country: 'IN', mechanism: 'adequacy-decision' })).toEqual(
    refused(say('DP-2.not-adequate', { country: 'IN' })),
  );
  expect(from('US', { country: 'US', mechanism: 'adequacy-decision' })).toEqual(
    refused(say('DP-2.not-certified', { country: 'US' })),
  );
});

test('DP-2 is refused for a country that is not equivalent, and for transfers named twice or without need', () => {
  const assessment = { report: HASH, doneOn: '2026-08-20', result: 'not-equivalent' };
  expect(from('IN', { country: 'IN', mechanism: 'standard-clauses-2021-914', assessment })).toEqual(
    refused(say('DP-2.not-equivalent', { country: 'IN' })),
  );
  const swiss = { country: 'CH', mechanism: 'adequacy-decision' };
  expect(from('CH', swiss, swiss, { ...swiss, country: 'PL' })).toEqual(
    refused(say('DP-2.twice'), say('DP-2.no-transfer', { country: 'PL' })),
  );
});

test('DP-2 is met by a clause that is kept to, until the agreement ends', () => {
  const until = '2026-12-01T00:00:00.000Z';
  const rests = [ref('DP-2', form), `paper:dpa@${HASH}`];
  expect(judge()).toEqual(met(rests));
  expect(judge({}, { papers: [{ ...dpa, until }] })).toEqual(met(rests, until));
});

test('DP-2 is met with a transfer on an adequacy decision, or on clauses with an assessment', () => {
  const base = `paper:dpa@${HASH}`;
  const judged = (change: JsonObject) => ({ got: judge(change), of: ref('DP-2', { ...form, ...change }) });
  const adequate: JsonObject[] = [
    { country: 'CH', mechanism: 'adequacy-decision' },
    { country: 'US', mechanism: 'adequacy-decision', certified: true },
  ];
  for (const transfer of adequate) {
    const { got, of } = judged(reaching(String(transfer.country), transfer));
    expect(got).toEqual(met([of, base]));
  }
  const assessment = { report: HASH, doneOn: '2026-08-20', result: 'equivalent-with-supplementary-measures' };
  for (const mechanism of ['standard-clauses-2021-914', 'binding-corporate-rules']) {
    const { got, of } = judged(reaching('IN', { country: 'IN', mechanism, assessment }));
    expect(got).toEqual(met([of, base, `document:${HASH}`]));
  }
});

test('DP-2 is met without grounds for transfers where no personal data of people in the EU are involved', () => {
  const data = { ...resident('DE', 'PL', 'IN'), euPersonalData: false };
  expect(judge(reaching('IN'), { intake: { ...world.intake, data } }).status).toBe('met');
});

test('DP-2 is open before anything is supplied, and while an assessment is missing or lies ahead', () => {
  expect(assess('DP-2', world)).toEqual(open([say('DP-2.not-supplied')]));
  const clauses = { country: 'IN', mechanism: 'standard-clauses-2021-914' };
  expect(from('IN', clauses)).toEqual(open([say('DP-2.assessment-missing', { country: 'IN' })]));
  const assessment = { report: HASH, doneOn: '2026-09-20', result: 'equivalent' };
  expect(from('IN', { ...clauses, assessment })).toEqual(
    open([say('controls.ahead', { what: say('DP-2.assessment', { country: 'IN' }), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
});

test('DP-2 applies where regulation or policy says where the data have to stay', () => {
  const applies = CONTROLS['DP-2']?.applies;
  expect(applies?.(intake)).toEqual({
    applies: false,
    why: say('DP-2.no-residency'),
  });
  expect(applies?.({ ...intake, data: resident('DE', 'PL') })).toEqual({
    applies: true,
    why: say('DP-2.residency-by-regulation', { countries: ['DE', 'PL'] }),
  });
});
