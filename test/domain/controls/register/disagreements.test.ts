import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { disagreementParts, disagreementsOf } from '../../../../domain/controls/register/disagreements.js';
import type { Disagreement } from '../../../../domain/controls/register/pair.js';
import { isShownToVendor } from '../../../../domain/controls/shown.js';
import { disagreementSaid } from '../../../../domain/controls/waitingNotes.js';
import { type Said, say } from '../../../../domain/say.js';
import { wordsOf } from '../../../../presentation/words/words.js';
import { answers, subcontractor } from '../../../support/controls/registered.js';
import { intake, person, planned, repository, sceneOf, WHO, type World } from '../../../support/controls/scene.js';

const ALL = ['IP-4', 'IP-6', 'IP-7', 'DC-2', 'DC-3', 'DC-5', 'DP-1', 'DP-2', 'SC-1', 'PE-2'];
const controls = Object.fromEntries(ALL.map((id) => [id, planned(id)]));
const sceneWith = (evidence: Record<string, JsonObject>, world: World = {}, id = 'AU-1') =>
  sceneOf(id, { evidence, controls, ...world });
const found = (evidence: Record<string, JsonObject>, world?: World) =>
  disagreementsOf(sceneWith(evidence, world).state);

const from = (id: string, answer: string) => ({ from: id, answer });
const LISTED = from('DC-5', 'tools');
const ALLOWED = from('IP-7', 'allowedTools');
const USED = from('IP-4', 'uses');
const PROCESSING = from('DP-1', 'subProcessors');
const DECLARED = from('IP-6', 'subcontractors');

/** Gates of both stages that matter stand: what is inexact is shown alone. */
const STANDING: World = { state: { stagesDone: { contract: '2026-09-02T08:00:00.000Z' } } };
const one = (said: Said, between: Disagreement['answers'], holds?: string, more: Partial<Disagreement> = {}) => [
  { said, answers: between, ...more, ...(holds === undefined ? {} : { holds }) },
];

const hosted = { name: 'Acme AI API', kind: 'model', origin: 'hosted-by-a-provider', licence: 'Terms of Acme' };
const embedded = answers.models({ tool: 'Acme AI API', use: 'embedded-in-the-product' });

/** Each rule: the answers, what does not agree, what it holds, and whether it goes on holding what stands. */
const PAIRS: [
  name: string,
  evidence: Record<string, JsonObject>,
  said: Said,
  between: Disagreement['answers'],
  holds: string,
  acts?: true,
][] = [
  [
    'a tool in use that the contract forbids',
    { 'DC-5': answers.models({}), 'IP-7': answers.assisted() },
    say('register.tool-forbidden', { tool: 'Assistant' }),
    [LISTED, ALLOWED],
    'DC-5',
    true,
  ],
  [
    'a tool that the contract allows and nobody has listed',
    { 'DC-5': answers.models(), 'IP-7': answers.assisted('Assistant') },
    say('register.tool-unlisted', { tool: 'Assistant' }),
    [LISTED, ALLOWED],
    'DC-5',
  ],
  [
    'fluency with a tool that the contract does not allow',
    { 'PE-2': answers.fluency('Assistant'), 'IP-7': answers.assisted() },
    say('register.tool-fluent', { tool: 'Assistant' }),
    [from('PE-2', 'tools'), ALLOWED],
    'PE-2',
  ],
  [
    'a hosted model that the work builds on and nobody has listed',
    { 'IP-4': answers.provenance([hosted]), 'DC-5': answers.models() },
    say('register.model-unlisted', { model: 'Acme AI API' }),
    [USED, LISTED],
    'DC-5',
    true,
  ],
  [
    'a model in the product of which nobody has said the origin',
    { 'IP-4': answers.provenance(), 'DC-5': embedded },
    say('register.model-unlicensed', { model: 'Acme AI API' }),
    [LISTED, USED],
    'IP-4',
  ],
  [
    'a data set that is said to be of the case and is not',
    { 'IP-4': answers.provenance([{ name: 'manual:other', kind: 'data-set', origin: 'client', licence: 'None' }]) },
    say('register.material-unknown', { name: 'manual:other' }),
    [USED, from('case-file', 'resources')],
    'IP-4',
  ],
  [
    "prompts that stay with the client by one answer and go into an account of the vendor's by another",
    {
      'DC-3': answers.isolation('client-account'),
      'DC-5': answers.models({ use: 'chat', accountOwner: 'vendor', logs: 'vendor', logCountry: 'PL', logDays: 9 }),
    },
    say('register.prompts-elsewhere', { tool: 'Assistant', kept: 'client-account' }),
    [from('DC-3', 'prompts'), LISTED],
    'DC-3',
    true,
  ],
  [
    'prompts that are not in this work while a model is called in it',
    { 'DC-3': answers.isolation('none-in-this-work'), 'DC-5': answers.models({ use: 'model-api' }) },
    say('register.prompts-elsewhere', { tool: 'Assistant', kept: 'none-in-this-work' }),
    [from('DC-3', 'prompts'), LISTED],
    'DC-3',
    true,
  ],
  [
    'a provider that processes for the vendor and that the agreement does not list',
    {
      'DC-5': answers.models({ provider: 'Acme', use: 'model-api', accountOwner: 'vendor' }),
      'DP-1': answers.processing(),
    },
    say('DP-1.model-unlisted', { tool: 'Assistant', provider: 'Acme' }),
    [LISTED, PROCESSING],
    'DP-1',
    true,
  ],
  [
    'a further processor that nobody has declared',
    { 'DP-1': answers.processing({ company: 'Cloud' }), 'IP-6': answers.subcontracting() },
    say('register.sub-processor-undeclared', { company: 'Cloud' }),
    [PROCESSING, DECLARED],
    'IP-6',
  ],
  [
    'a company in two countries',
    {
      'DP-1': answers.processing({ company: 'Douro Code', country: 'ES' }),
      'IP-6': answers.subcontracting([subcontractor('DOURO CODE')]),
    },
    say('register.country-differs', {
      company: 'DOURO CODE',
      control: 'IP-6',
      country: 'PT',
      other: 'DP-1',
      otherCountry: 'ES',
    }),
    [DECLARED, PROCESSING],
    'DP-1',
  ],
];

test.each(
  PAIRS.map(([name, evidence, said, between, holds, acts]) => ({ name, evidence, said, between, holds, acts })),
)(
  'given $name, then both answers are shown, and $holds is held until its gate is decided',
  ({ evidence, said, between, holds, acts }) => {
    expect(found(evidence)).toEqual(one(said, between, holds));
    // What stands, stands: only what lets something through that another answer rules out goes on holding it.
    expect(found(evidence, STANDING)).toEqual(one(said, between, acts && holds));
    const [missing] = disagreementParts(sceneWith(evidence, {}, holds));
    expect(missing).toEqual({ restsOn: [], missing: { what: said, turn: 'vendor-contact', disagrees: true } });
    for (const id of Object.keys(evidence)) {
      const { [id]: _out, ...rest } = evidence;
      expect([id, said.code === 'register.material-unknown' ? [] : found(rest)]).toEqual([id, []]);
    }
  },
);

test('given two forms of which one is decided already, then what is inexact holds the other', () => {
  const evidence = { 'DC-5': answers.models(), 'IP-7': answers.assisted('Assistant') };
  const rows = { ...controls, 'DC-5': { ...planned('DC-5'), stage: 'attestation' as const } };
  const decided: World = { controls: rows, state: { stagesDone: { attestation: '2026-09-02T08:00:00.000Z' } } };
  expect(found(evidence, decided).map(({ holds }) => holds)).toEqual(['IP-7']);
});

test('given a company that was screened and nobody has declared, then IP-6 is asked for it and told no name', () => {
  const evidence = { 'SC-1': answers.screening('Helper'), 'IP-6': answers.subcontracting() };
  const asks = say('register.somebody-undeclared');
  expect(found(evidence)).toEqual(
    one(
      say('register.screened-undeclared', { company: 'Helper' }),
      [from('SC-1', 'subcontractors'), DECLARED],
      'IP-6',
      {
        asks,
      },
    ),
  );
  expect(disagreementParts(sceneWith(evidence, {}, 'IP-6')).map(({ missing }) => missing?.what)).toEqual([asks]);
  const known = { ...evidence, 'DC-5': answers.models({ provider: 'HELPER Ltd' }) };
  expect(found(known)).toEqual([]);
});

test('given people from a country that the declaration does not name, then it lacks that for them alone', () => {
  const people = [
    person(WHO.ana, { country: 'ES' }),
    person(WHO.ben, { employer: 'Douro Code', country: 'PT' }),
    person('p-eve', { employer: 'Douro Code', country: 'FR' }),
    // Whose employer is not declared is for RF-3 to say, and whoever has left is gone.
    person('p-sub', { employer: 'Shadow', country: 'FR' }),
    person('p-gone', { country: 'FR', status: 'left' }),
  ];
  const evidence = { 'IP-6': answers.subcontracting([subcontractor('Douro Code')]) };
  const elsewhere = (id: string, country: string, company: string) => ({
    said: say('register.person-elsewhere', { person: id, country, company }),
    answers: [from('roster', id), from('IP-6', 'countries')],
    person: id,
    holds: 'IP-6',
  });
  expect(found(evidence, { people })).toEqual([
    elsewhere(WHO.ana, 'ES', 'Vendor'),
    elsewhere('p-eve', 'FR', 'Douro Code'),
  ]);
  expect(disagreementParts(sceneWith(evidence, { people }, 'IP-6')).map(({ missing }) => missing?.person)).toEqual([
    WHO.ana,
    'p-eve',
  ]);
  const all = { 'IP-6': answers.subcontracting([subcontractor('Douro Code')], ['PL', 'ES', 'FR']) };
  expect(found(all, { people })).toEqual([]);
});

test('given people who are to reach personal data and whose employer is no further processor, then DP-1 lacks that for them alone', () => {
  const personal: World = {
    intake: { resources: [repository('github:client/claims', true)] },
    people: [person(WHO.ana, { employer: 'Helper' }), person(WHO.ben)],
  };
  expect(found({ 'DP-1': answers.processing() }, personal)).toEqual(
    one(
      say('DP-1.employer-unlisted', { person: WHO.ana, company: 'Helper' }),
      [from('roster', WHO.ana), PROCESSING],
      'DP-1',
      { person: WHO.ana },
    ),
  );
  expect(found({ 'DP-1': answers.processing({ company: 'HELPER' }) }, personal)).toEqual([]);
});

test('given a third country into which the contract lets the data go and where nobody is, then DP-2 is held until somebody is there', () => {
  const data: World = {
    intake: {
      client: { ...intake.client, country: 'DE' },
      data: { classes: ['personal-data'], euPersonalData: true },
      resources: [repository('github:client/claims', true)],
    },
  };
  const evidence = { 'DP-2': answers.residency(['PL', 'FR', 'IN']) };
  expect(found(evidence, data)).toEqual(
    one(say('register.nobody-there', { country: 'IN' }), [from('DP-2', 'reachedFrom')], 'DP-2'),
  );
  const there = { ...data, people: [person(WHO.ana, { country: 'IN' })] };
  expect(found(evidence, there)).toEqual([]);
});

const HIDDEN = Object.keys(CONTROLS).filter((id) => !isShownToVendor(id));

test.each([
  ...PAIRS.map(([name, evidence]) => ({ name, evidence })),
  {
    name: 'a company that the client screens and nobody has declared',
    evidence: { 'SC-1': answers.screening('Douro Code'), 'IP-6': answers.subcontracting() },
  },
])(
  'given $name, when the vendor is told of it, then no control that the client keeps to itself is named',
  ({ evidence }) => {
    const notes = found(evidence).map((one) => disagreementSaid(one, true));
    expect(notes.length).toBeGreaterThan(0);
    const text = notes.map((note) => JSON.stringify([note, wordsOf(note)])).join();
    expect(HIDDEN.filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toContain('tool-fluent');
  },
);
