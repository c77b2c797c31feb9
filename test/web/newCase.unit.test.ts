import { caseFileJsonSchema } from '../../policy/schemas.js';
import type { JsonObject, Questions } from '../../web/form/field.js';
import type { Schema } from '../../web/form/questionsOf.js';
import { answerAt, asFile, messageOf, shownFaults } from '../../web/screens/newCase/asFile.js';
import { addressesIn, resourcesIn, rolesIn } from '../../web/screens/newCase/choices.js';
import { addressLike, asciiWords, fillIn, zoneOf } from '../../web/screens/newCase/fillIn.js';
import { nameOfField, sectionsOf } from '../../web/screens/newCase/sections.js';

const schema: Schema = JSON.parse(JSON.stringify(caseFileJsonSchema()));
const NO_CHOICES = { resources: [], profiles: [], addresses: [] };

describe('the form', () => {
  const leaves = (questions: Questions, path = ''): string[] =>
    Object.entries(questions).flatMap(([field, question]) => {
      const at = path === '' ? field : `${path}.${field}`;
      return question.kind === 'record' || question.kind === 'list'
        ? leaves(question.of, at)
        : [`${at} ${question.kind}`];
    });
  const asked = leaves(Object.assign({}, ...sectionsOf(schema, NO_CHOICES).map(({ questions }) => questions)));

  test('asks for every field of the schema of a case file, and for people by role', () => {
    expect(asked.map((one) => one.split(' ')[0]).toSorted()).toEqual(
      [
        ...['title', 'startDate', 'model', 'monthlyRateUsd', 'currentSoc2Required'],
        ...['vendor.name', 'vendor.country', 'vendor.timeZone', 'vendor.holidays'],
        ...['vendor.contact.name', 'vendor.contact.email', 'vendor.contact.timeZone'],
        ...['client.name', 'client.country', 'client.timeZone', 'client.holidays', 'client.industry'],
        ...['client.groupRevenueEur', 'outcome.statement'],
        ...['outcome.successCriteria.criterion', 'outcome.successCriteria.measure'],
        ...['data.classes', 'data.euPersonalData', 'data.roles.client', 'data.roles.vendor', 'data.thirdPartyAccess'],
        ...['data.residency.countries', 'data.residency.requiredBy', 'aiAct.euMarket'],
        ...['need.skillGap', 'need.urgency', 'need.scope', 'need.requirements'],
        ...['capacity.mlLeadership', 'capacity.managementTime'],
        ...['sourcing.approach', 'sourcing.aiIsCoreProduct', 'sourcing.reasons'],
        ...[
          'sourcing.weeksToShip.vendor',
          'sourcing.weeksToShip.inHouse',
          'sourcing.transfer.on',
          'sourcing.transfer.team',
        ],
        ...['resources.provider', 'resources.kind', 'resources.id', 'resources.personalData'],
        ...['resources.dataClass', 'resources.form', 'resources.country'],
        ...['resources.owner', 'resources.administrator', 'resources.checker'],
        ...['engineers.id', 'engineers.name', 'engineers.email', 'engineers.employer'],
        ...['engineers.accounts.github', 'engineers.accounts.postgres', 'engineers.accounts.scim'],
        ...['engineers.country', 'engineers.jobRole', 'engineers.timeZone'],
        ...['engineers.needs.resource', 'engineers.needs.profile', 'engineers.needs.task'],
      ].toSorted(),
    );
    expect(asked).toEqual(
      expect.arrayContaining([
        'startDate day',
        'vendor.country country',
        'vendor.timeZone zone',
        'data.classes choices',
      ]),
    );
    expect(rolesIn(schema)).toEqual(expect.arrayContaining(['procurement', 'legal', 'in-house-engineer']));
  });

  test('a field that no section names is asked for all the same', () => {
    const more = { ...schema, properties: { ...schema.properties, mascot: { type: 'string' } } };
    expect(sectionsOf(more, NO_CHOICES).at(-1)).toMatchObject({
      title: 'More',
      questions: { mascot: { kind: 'text' } },
    });
  });

  test('what the file names so far can be chosen', () => {
    const people: JsonObject = {
      legal: [{ name: 'A', email: 'a@x.example' }],
      privacy: [{ name: 'A', email: 'a@x.example' }],
    };
    const value: JsonObject = {
      resources: [{ provider: 'github', id: 'own/model' }, {}, { provider: 'manual', id: 'orders' }],
      client: { people },
    };
    expect(resourcesIn(value)).toEqual(['github:own/model', 'manual:orders']);
    expect(addressesIn(people)).toEqual([{ value: 'a@x.example', text: 'A' }]);
    const [engineers] = sectionsOf(schema, { ...NO_CHOICES, resources: resourcesIn(value) }).slice(-1);
    expect(leaves(engineers?.questions ?? {})).toContain('engineers.needs.resource choice');
  });
});

describe('the file that a form comes to', () => {
  test('blanks are left out, entries keep their places, and what cannot be left out is there to be asked for', () => {
    const value: JsonObject = {
      title: '',
      vendor: { name: 'X' },
      engineers: [{}, { id: 'ada' }, { name: '' }],
      sourcing: { approach: 'outsource' },
    };
    expect(asFile(value)).toEqual({
      vendor: { contact: {}, name: 'X' },
      client: { people: {} },
      outcome: { successCriteria: [] },
      data: {},
      capacity: {},
      need: {},
      sourcing: { reasons: [], approach: 'outsource' },
      resources: [{}],
      engineers: [{ needs: [] }, { needs: [], id: 'ada' }],
    });
  });

  test('a fault is told without the name of its field, and only where there is an answer until all are wanted', () => {
    const faults = [
      { path: 'vendor.country', message: 'vendor.country has to be a country by its two letters, such as PL.' },
      { path: 'vendor.name', message: 'vendor.name is missing; it has to be a text.' },
      { path: 'engineers[1].id', message: 'The id ada is used twice.' },
    ];
    const value: JsonObject = { vendor: { country: 'Poland' }, engineers: [{}, { id: 'ada' }] };
    expect(faults.map(messageOf)).toEqual([
      'Has to be a country by its two letters, such as PL.',
      'Please answer.',
      'The id ada is used twice.',
    ]);
    expect(Object.keys(shownFaults(faults, value, false)).toSorted()).toEqual(['engineers[1].id', 'vendor.country']);
    expect(Object.keys(shownFaults(faults, value, true)).length).toBe(3);
    expect(answerAt(value, 'engineers[1].id')).toBe('ada');
  });

  test.each([
    ['title', 'Title of the engagement'],
    ['vendor.contact.email', 'Vendor: e-mail address'],
    ['client.people.engineering-manager[0].name', 'Engineering manager: name'],
    ['client.people.legal', 'Legal'],
    ['engineers[1].accounts.github', 'Engineer 2: GitHub login'],
    ['engineers[1].accounts.postgres', 'Engineer 2: PostgreSQL role'],
    ['engineers[1]', 'Engineer 2'],
    ['resources[0].id', 'Resource 1: name at its provider, such as owner/name'],
  ])('%s is called %s', (path, name) => {
    expect(nameOfField(path)).toBe(name);
  });
});

describe('what follows from an answer', () => {
  const person = (name: string, email: string) => ({ name, email });

  test.each([
    ['Łukasz Żak', 'lukasz zak'],
    ['Jürgen Groß', 'jurgen gross'],
    ['Anne-Marie O’Neil', 'anne marie o neil'],
    ['王伟', ''],
  ])('%s in an address is %s', (name, words) => {
    expect(asciiWords(name).join(' ')).toBe(words);
  });

  test.each([
    ['petra.lang@meridian.example', 'jonas.brandt@meridian.example'],
    ['petra@meridian.example', 'jonas@meridian.example'],
    ['plang@meridian.example', 'jbrandt@meridian.example'],
    ['office@meridian.example', undefined],
  ])('given %s for Petra Lang, Jonas Brandt has %s', (email, expected) => {
    expect(addressLike('Jonas Brandt', [person('Petra Lang', email)])).toBe(expected);
  });

  test('given the name of the next person, their address is filled in, and follows the name until somebody changes it', () => {
    const petra = { procurement: [person('Petra Lang', 'petra.lang@meridian.example')] };
    const file = (name: string, email = '') => ({ client: { people: { ...petra, legal: [person(name, email)] } } });
    const first = fillIn(file('Hanna Vog'), file('Hanna Vogt'));
    expect(first).toEqual(file('Hanna Vogt', 'hanna.vogt@meridian.example'));
    expect(fillIn(first, file('Hanna Vogel', 'hanna.vogt@meridian.example'))).toEqual(
      file('Hanna Vogel', 'hanna.vogel@meridian.example'),
    );
    const own = file('Hanna Vogel', 'legal@meridian.example');
    expect(fillIn(first, own)).toEqual(own);
  });

  test('given the country of the vendor, zone and holidays follow; what was said otherwise stays', () => {
    const poland = fillIn({}, { vendor: { country: 'PL' } });
    expect(poland).toEqual({ vendor: { country: 'PL', timeZone: 'Europe/Warsaw', holidays: 'PL' } });
    const own = { vendor: { country: 'PL', timeZone: 'Europe/Warsaw', holidays: 'PL-12' } };
    expect(fillIn(own, { vendor: { ...own.vendor, country: 'CZ' } })).toEqual({
      vendor: { country: 'CZ', timeZone: 'Europe/Prague', holidays: 'PL-12' },
    });
    expect(fillIn({}, { vendor: { country: 'US' } })).toEqual({ vendor: { country: 'US', holidays: 'US' } });
  });

  test('of a country with several zones it is the reader’s own, or none', () => {
    expect(['Europe/Berlin', 'Asia/Tokyo'].map((own) => zoneOf('DE', own))).toEqual(['Europe/Berlin', undefined]);
    expect([zoneOf('PL', 'Asia/Tokyo'), zoneOf('')]).toEqual(['Europe/Warsaw', undefined]);
  });

  test('given the name of an engineer, short id, address and country are filled in', () => {
    const vendor = { country: 'PL', contact: person('Marta Zielińska', 'marta.zielinska@baltyk.example') };
    const ada = { name: 'Ada Kowalczyk', id: 'ada', email: 'ada@baltyk.example', country: 'PL' };
    const after = fillIn({ vendor, engineers: [ada, {}] }, { vendor, engineers: [ada, { name: 'Łukasz Żak' }] });
    expect(after).toEqual({
      vendor,
      engineers: [ada, { name: 'Łukasz Żak', id: 'lukasz', email: 'lukasz@baltyk.example', country: 'PL' }],
    });
  });
});
