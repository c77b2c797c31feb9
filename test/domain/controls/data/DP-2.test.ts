import { adequacyOf } from '../../../../domain/controls/data/jurisdiction.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { type Said, say } from '../../../../domain/say.js';
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
  repository,
  standing,
  WHO,
  type World,
  withAssets,
} from '../../../support/controls/scene.js';

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
  papers: [dpa],
  // Somebody is in each country to which the data may go.
  people: ['CH', 'US', 'IN'].map((country) => person(`p-${country}`, { country, status: 'proposed' })),
  intake: {
    data: resident('DE', 'PL', 'US', 'CH', 'IN'),
    resources: [repository('github:client/claims', true), asset('manual:claims')],
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
    judge({ storedIn: [{ country: 'DE' }, { country: 'PT' }], reachedFrom: [{ country: 'PL' }, { country: 'PT' }] }),
  ).toEqual(
    refused(
      say('DP-2.stored-outside', { country: 'PT', allowed: ['DE', 'PL', 'US', 'CH', 'IN'] }),
      say('DP-2.reached-outside', { country: 'PT', allowed: ['DE', 'PL', 'US', 'CH', 'IN'] }),
    ),
  );
});

test('DP-2 is refused for a data set that lies elsewhere, and for people who reach data from elsewhere', () => {
  const away = {
    ...world.intake,
    resources: [repository('github:client/claims', true), asset('manual:claims', { country: 'US' })],
  };
  expect(judge({}, { intake: away })).toEqual(
    refused(say('DP-2.asset-outside', { asset: 'manual:claims', country: 'US' })),
  );
  const people = [person(WHO.ana, { country: 'CH' }), person(WHO.ben, { country: 'CH', status: 'left' })];
  const outside = say('DP-2.person-outside', { person: WHO.ana, country: 'CH' });
  expect(judge({}, { people })).toEqual(refused(outside));
  const needs = [standing({ resource: 'manual:claims', profile: 'reader', task: 'Look' })];
  expect(judge({}, { people: [person(WHO.ana, { country: 'CH', needs })] })).toEqual(refused(outside));
  const code = repository('github:client/claims');
  const known = [code, asset('manual:claims', { personalData: true })];
  expect(judge({}, { people, intake: { ...world.intake, resources: known } }).status).toBe('met');
  // Nobody has said where the personal data lie: the repository may hold them.
  expect(judge({}, { people, intake: { ...world.intake, resources: [code, asset('manual:claims')] } })).toEqual(
    refused(outside),
  );
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
  const clauses = { mechanism: 'standard-clauses-2021-914', module: 'module-3' };
  for (const ground of [clauses, { mechanism: 'binding-corporate-rules' }]) {
    const { got, of } = judged(reaching('IN', { country: 'IN', ...ground, assessment }));
    expect(got).toEqual(met([of, base, `document:${HASH}`]));
  }
});

test('DP-2 is met without grounds for transfers where no law of the EU or the United Kingdom binds the data', () => {
  const data = { ...resident('DE', 'PL', 'IN'), euPersonalData: false };
  const vendor = { ...intake.vendor, country: 'IN' };
  expect(judge(reaching('IN'), { intake: { ...world.intake, data, vendor } }).status).toBe('met');
  const inPoland = judge(reaching('IN'), { intake: { ...world.intake, data } });
  expect(inPoland).toEqual(refused(say('DP-2.ground-missing', { country: 'IN' })));
});

test('DP-2 is open before anything is supplied, and while a module or an assessment is missing or lies ahead', () => {
  expect(assess('DP-2', world)).toEqual(open([say('DP-2.not-supplied')]));
  const bare = { country: 'IN', mechanism: 'standard-clauses-2021-914' };
  expect(from('IN', bare)).toEqual(
    open([say('DP-2.module-missing', { country: 'IN', fitting: ['module-2', 'module-3'] })]),
  );
  const clauses = { ...bare, module: 'module-3' };
  expect(from('IN', clauses)).toEqual(open([say('DP-2.assessment-missing', { country: 'IN' })]));
  const assessment = { report: HASH, doneOn: '2026-09-20', result: 'equivalent' };
  expect(from('IN', { ...clauses, assessment })).toEqual(
    open([say('controls.ahead', { what: say('DP-2.assessment', { country: 'IN' }), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
});

test('DP-2 is refused for a module that does not fit the roles, and for clauses of a British party without the addendum', () => {
  const assessment = { report: HASH, doneOn: '2026-08-20', result: 'equivalent' };
  const clauses = { country: 'IN', mechanism: 'standard-clauses-2021-914', assessment };
  const judged = (module: string, more: World['intake']) =>
    judge(reaching('IN', { ...clauses, module }), { intake: { ...world.intake, ...more } });
  const indian = { vendor: { ...intake.vendor, country: 'IN' } };
  const other = (module: string, ...fitting: string[]) => say('DP-2.other-module', { country: 'IN', module, fitting });
  expect(judged('module-1', {})).toEqual(refused(other('module-1', 'module-2', 'module-3')));
  expect(judged('module-3', indian)).toEqual(refused(other('module-3', 'module-2')));
  const roles = { client: 'processor' as const, vendor: 'sub-processor' as const };
  const data = { ...resident('DE', 'PL', 'IN'), roles };
  expect(judged('module-2', { ...indian, data })).toEqual(refused(other('module-2', 'module-3')));
  // A vendor in Poland that sends the data back to a client in India.
  const client = { ...intake.client, country: 'IN' };
  expect(judged('module-2', { client })).toEqual(refused(other('module-2', 'module-4')));
  const british = { client: { ...intake.client, country: 'GB' } };
  const uk = judge(
    { ...reaching('IN', { ...clauses, module: 'module-2' }) },
    { intake: { ...world.intake, ...british, data: resident('DE', 'PL', 'IN') } },
  );
  // Poland is abroad for a British client, and adequate for it.
  expect(uk).toEqual(
    refused(
      say('DP-2.ground-missing', { country: 'DE' }),
      say('DP-2.ground-missing', { country: 'PL' }),
      say('DP-2.uk-addendum', { country: 'IN' }),
    ),
  );
});

const unbound = (change: Partial<typeof intake> = {}): World => ({
  intake: {
    data: { classes: ['personal-data'], euPersonalData: true },
    resources: [repository('github:client/claims', true)],
    ...change,
  },
});
const seen = (country: string, ...because: Said[]) => say('DP-2.seen-without-ground', { country, because });

test('DP-2 asks nothing without a residency duty while the data are seen from where an adequacy decision lets them go', () => {
  for (const country of ['PL', 'NO', 'GB', 'BR'])
    expect(assess('DP-2', unbound({ vendor: { ...intake.vendor, country } }))).toEqual(met([`intake:${HASH}`]));
});

test('DP-2 is open without a residency duty for each country from which the data are seen without a ground', () => {
  const vendor = { ...intake.vendor, country: 'US' };
  const stored = asset('manual:claims', { personalData: true, country: 'IN' });
  const logs = { logs: 'provider', logCountry: 'US', logDays: 30 };
  const tool = {
    tool: 'Models',
    use: 'model-api',
    accountOwner: 'client',
    noTraining: true,
    terms: 'https://m.example',
  };
  const evidence = { 'DC-5': { tools: [{ ...tool, ...logs }], complete: true } };
  expect(assess('DP-2', { ...unbound({ vendor, ...withAssets(stored) }), evidence })).toEqual(
    open([
      seen('US', say('DP-2.place-vendor'), say('DP-2.place-logs', { tool: 'Models' })),
      seen('IN', say('DP-2.place-asset', { asset: 'manual:claims' })),
    ]),
  );
  // The same where a form was supplied that leaves a country out.
  const american = { ...unbound({ vendor }), form, papers: [dpa] };
  expect(assess('DP-2', american)).toEqual(refused(seen('US', say('DP-2.place-vendor'))));
  const transfers = [{ country: 'US', mechanism: 'adequacy-decision', certified: true }];
  expect(assess('DP-2', { ...american, form: { ...form, transfers } }).status).toBe('met');
});

test('the adequacy of the United Kingdom ends with the decision', () => {
  const british = { ...intake, ...unbound({ vendor: { ...intake.vendor, country: 'GB' } }).intake };
  expect(adequacyOf(british, 'GB', '2031-12-27')).toBe('adequate');
  expect(adequacyOf(british, 'GB', '2031-12-28')).toBe('none');
  expect(adequacyOf(british, 'BR', '2026-01-25')).toBe('none');
});

test('DP-2 applies where regulation or policy says where the data have to stay, or a law binds transfers of personal data', () => {
  const applies = CONTROLS['DP-2']?.applies;
  expect(applies?.(intake)).toEqual({
    applies: false,
    why: say('DP-2.no-residency'),
  });
  const data = { classes: ['personal-data' as const], euPersonalData: false };
  expect(applies?.({ ...intake, data })).toEqual({ applies: true, why: say('DP-2.law') });
  expect(applies?.({ ...intake, data: resident('DE', 'PL') })).toEqual({
    applies: true,
    why: say('DP-2.residency-by-regulation', { countries: ['DE', 'PL'] }),
  });
});
