import { formFaults, type JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { FEEDERS } from '../../../../domain/controls/register/answers.js';
import { registerOf } from '../../../../domain/controls/register/register.js';
import { contentHash } from '../../../../domain/hash.js';
import { say } from '../../../../domain/say.js';
import { answers, subcontractor } from '../../../support/controls/registered.js';
import { asset, person, sceneOf, WHO, type World, withAssets } from '../../../support/controls/scene.js';

const registered = (evidence: Record<string, JsonObject>, world: World = {}) =>
  registerOf(sceneOf('AU-1', { evidence, ...world }).state);

const EVERY: Record<(typeof FEEDERS)[number], JsonObject> = {
  'IP-4': answers.provenance([{ name: 'Corpus', kind: 'data-set', origin: 'public', licence: 'CC-BY-4.0' }]),
  'IP-6': answers.subcontracting([subcontractor('Douro Code')], ['PL', 'PT']),
  'IP-7': answers.assisted('Assistant'),
  'DC-2': answers.minimised('manual:claims'),
  'DC-3': answers.isolation('client-account'),
  'DC-5': answers.models({ provider: 'Acme AI', logs: 'provider', logCountry: 'IE', logDays: 30 }),
  'DP-1': answers.processing({ company: 'DOURO CODE, Lda.' }, { company: 'Cloud', country: 'IE' }),
  'DP-2': answers.residency(['PL']),
  'SC-1': answers.screening('douro  code'),
  'PE-2': answers.fluency('assistant'),
};

test('given a case of which nothing was supplied, then its register holds what the case file and the roster say', () => {
  const { client, vendor } = sceneOf('AU-1', {}).state.intake;
  expect(registered({}, { people: [person(WHO.ana, { employer: 'Helper', country: 'PT' })] })).toEqual({
    answered: [],
    parties: [
      {
        name: client.name,
        alsoWritten: [],
        countries: [],
        roles: [{ role: 'client', from: 'case-file', answer: 'client' }],
        employs: [],
      },
      {
        name: vendor.name,
        alsoWritten: [],
        countries: [{ country: 'PL', from: 'case-file', answer: 'vendor' }],
        roles: [{ role: 'vendor', from: 'case-file', answer: 'vendor' }],
        employs: [],
      },
      {
        name: 'Helper',
        alsoWritten: [],
        countries: [],
        roles: [{ role: 'employer', from: 'roster', answer: WHO.ana }],
        employs: [WHO.ana],
      },
    ],
    tools: [],
    materials: [],
    kept: [],
    places: [
      { from: 'case-file', answer: 'client', country: 'US', because: say('register.place-client') },
      { from: 'case-file', answer: 'vendor', country: 'PL', because: say('DP-2.place-vendor'), personal: true },
      { from: 'roster', answer: WHO.ana, country: 'PT', because: say('register.place-person', { person: WHO.ana }) },
    ],
  });
});

test('given answers to all its forms, then each company, tool, data set and place stands in the register once, with all answers that name it', () => {
  const { parties, tools, materials, kept, places, answered } = registered(EVERY, {
    people: [person(WHO.ana, { employer: 'Douro-Code Lda' })],
    intake: withAssets(asset('manual:claims')),
  });
  expect(answered).toEqual(Object.keys(EVERY));
  expect(parties.slice(2)).toEqual([
    {
      name: 'Douro-Code Lda',
      alsoWritten: ['Douro Code', 'DOURO CODE, Lda.', 'douro  code'],
      countries: [{ country: 'PT', from: 'IP-6', answer: 'subcontractors' }],
      roles: [
        { role: 'employer', from: 'roster', answer: WHO.ana },
        { role: 'subcontractor', from: 'IP-6', answer: 'subcontractors' },
        { role: 'sub-processor', from: 'DP-1', answer: 'subProcessors' },
        { role: 'screened', from: 'SC-1', answer: 'subcontractors' },
      ],
      employs: [WHO.ana],
    },
    {
      name: 'Cloud',
      alsoWritten: [],
      countries: [{ country: 'IE', from: 'DP-1', answer: 'subProcessors' }],
      roles: [{ role: 'sub-processor', from: 'DP-1', answer: 'subProcessors' }],
      employs: [],
    },
    {
      name: 'Acme AI',
      alsoWritten: [],
      countries: [],
      roles: [{ role: 'model-provider', from: 'DC-5', answer: 'tools' }],
      employs: [],
    },
  ]);
  expect(tools).toEqual([
    {
      tool: 'Assistant',
      provider: 'Acme AI',
      terms: {
        use: 'coding-assistant',
        accountOwner: 'client',
        noTraining: true,
        terms: 'https://assistant.example/terms',
        logs: 'provider',
        logCountry: 'IE',
        logDays: 30,
      },
      sources: [
        { from: 'DC-5', answer: 'tools' },
        { from: 'IP-7', answer: 'allowedTools' },
        { from: 'PE-2', answer: 'tools' },
      ],
    },
  ]);
  expect(materials).toEqual([
    {
      name: 'manual:claims',
      kind: 'data-set',
      origin: 'client',
      form: 'masked',
      personalData: false,
      sources: [
        { from: 'case-file', answer: 'resources' },
        { from: 'DC-2', answer: 'dataSets' },
      ],
    },
    {
      name: 'Corpus',
      kind: 'data-set',
      origin: 'public',
      licence: 'CC-BY-4.0',
      sources: [{ from: 'IP-4', answer: 'uses' }],
    },
  ]);
  expect(kept).toEqual(
    ['weights', 'prompts', 'embeddings'].map((material) => ({
      material,
      where: 'client-account',
      from: 'DC-3',
      answer: material,
    })),
  );
  expect(places.map(({ country, from, personal }) => [country, from, personal === true])).toEqual([
    ['US', 'case-file', false],
    ['PL', 'case-file', true],
    ['DE', 'case-file', false],
    ['PT', 'IP-6', true],
    ['IE', 'DP-1', true],
    ['IE', 'DC-5', true],
    ['PL', 'roster', false],
  ]);
});

test('given a tool whose provider nobody has told, then its name tells it where it begins with that of a company that is known', () => {
  const models = answers.models({ tool: 'Acme AI API, Team plan', use: 'model-api' }, { tool: 'Other models' });
  const { parties } = registered({ 'DC-5': models, 'DP-1': answers.processing({ company: 'ACME AI, Inc.' }) });
  expect(parties.slice(2).map(({ name, roles }) => [name, roles.map((r) => r.role)])).toEqual([
    ['ACME AI, Inc.', ['sub-processor', 'model-provider']],
    ['Other models', ['model-provider']],
  ]);
});

/** The vendor of these cases is "Vendor", of PL. */
const GROUP = 'Vendor Pvt Ltd';
const IN = { company: GROUP, country: 'IN' };

test.each([
  ['sub-processor', { 'DP-1': answers.processing(IN) }, true],
  ['subcontractor', { 'IP-6': answers.subcontracting([subcontractor(GROUP, 'IN')]) }, false],
] as const)(
  'given a company of the group of the vendor as a %s, then it is a party and a place of its own, whoever else names it',
  (role, evidence, personal) => {
    const { parties, places } = registered(
      {
        ...evidence,
        'SC-1': answers.screening('VENDOR Private Limited'),
        'DC-5': answers.models({ provider: 'Vendor Pvt. Ltd.', use: 'model-api' }),
      },
      { people: [person(WHO.ana, { employer: 'vendor pvt ltd' }), person(WHO.ben, { employer: 'VENDOR' })] },
    );
    expect(parties.slice(1).map(({ name, roles, employs }) => [name, roles.map((r) => r.role), employs])).toEqual([
      ['Vendor', ['vendor', 'employer'], [WHO.ben]],
      ['vendor pvt ltd', ['employer', role, 'screened', 'model-provider'], [WHO.ana]],
    ]);
    expect(places.filter((p) => p.country === 'IN').map((p) => p.personal === true)).toEqual([personal]);
  },
);

test('given the name of the vendor itself as a sub-processor elsewhere, then that country is a place', () => {
  const { parties, places } = registered({ 'DP-1': answers.processing({ company: 'VENDOR', country: 'IN' }) });
  expect([parties.length, places.map((p) => p.country)]).toEqual([2, ['US', 'PL', 'IN', 'PL', 'PL']]);
});

test('given a company of the group that nobody names in a role of its own, then it is taken for the vendor', () => {
  const { parties } = registered({}, { people: [person(WHO.ana, { employer: 'Vendor Ltd' })] });
  expect(parties.slice(1).map(({ name, alsoWritten }) => [name, alsoWritten])).toEqual([['Vendor', ['Vendor Ltd']]]);
});

test('given who attests the security of the vendor, then it is in the register as an auditor', () => {
  const { parties } = registered({
    'SA-1': { auditor: 'Sandberg' },
    'SA-2': { certifiedBy: 'TUV' },
    'SA-3': { auditor: 'SANDBERG' },
  });
  expect(parties.slice(2).map(({ name, roles }) => [name, roles.map((r) => [r.role, r.from])])).toEqual([
    [
      'Sandberg',
      [
        ['auditor', 'SA-1'],
        ['auditor', 'SA-3'],
      ],
    ],
    ['TUV', [['auditor', 'SA-2']]],
  ]);
});

test('given the answers of each control that the register is read from, then they fit its form, and leaving them out changes the register', () => {
  const whole = contentHash(registered(EVERY, { intake: withAssets(asset('manual:claims')) }));
  for (const id of FEEDERS) {
    expect([id, formFaults(CONTROLS[id]?.form ?? {}, EVERY[id] ?? null)]).toEqual([id, []]);
    const { [id]: _out, ...rest } = EVERY;
    const without = registered(rest, { intake: withAssets(asset('manual:claims')) });
    expect([id, contentHash(without) === whole]).toEqual([id, false]);
  }
});
