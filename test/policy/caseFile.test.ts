import fc from 'fast-check';
import { parseCaseFile, peopleOf } from '../../policy/caseFile.js';
import { intakeOf } from '../../policy/intakeOf.js';
import { CASE_TEXT } from '../support/policy/caseText.js';

const faultsOf = (text: string): string[] => {
  const read = parseCaseFile(text);
  return read.ok ? [] : read.faults.map((f) => `${f.line}:${f.column} ${f.message}`);
};

const edited = (from: string, to: string): string => {
  if (!CASE_TEXT.includes(from)) throw new Error(`The case text has no ${from}`);
  return CASE_TEXT.replace(from, to);
};

describe('a case file', () => {
  test('given one that is right, then people become ids and nobody is named in the intake', () => {
    const read = parseCaseFile(CASE_TEXT);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const intake = intakeOf(read.file, (email) => `p-${email.split('@')[0]}`);
    expect(peopleOf(read.file).map((p) => [p.name, p.timeZone])).toEqual([
      ['Lena Hart', 'America/New_York'],
      ['Marta Nowak', 'Europe/Warsaw'],
      ['Ada Kowal', 'Europe/Warsaw'],
    ]);
    expect(JSON.stringify(intake)).not.toMatch(/Lena|Marta|Ada|\.example/);
    expect(intake.engineers).toEqual([
      {
        person: 'p-ada',
        employer: 'Wisla Labs',
        country: 'PL',
        jobRole: 'ML engineer',
        needs: [{ resource: 'github:northwind/search', profile: 'contributor', task: 'Builds the ranking model' }],
      },
    ]);
  });

  test.each([
    [
      'a day that no calendar has',
      edited('2026-09-01', '2026-02-30'),
      ['2:1 startDate has to be a real day written YYYY-MM-DD.'],
    ],
    [
      'a zone that does not exist',
      edited('Europe/Warsaw', 'Europe/Cracow'),
      ['6:3 vendor.timeZone has to be a time zone of the IANA list, such as Europe/Warsaw.'],
    ],
    [
      'a region without holidays',
      edited('US-NY', 'US-ZZ'),
      ['12:3 client.holidays has to be a holiday region such as PL, US or US-NY.'],
    ],
    [
      'a country by name',
      edited('country: PL\n  timeZone', 'country: Poland\n  timeZone'),
      ['5:3 vendor.country has to be a country by its two letters, such as PL.'],
    ],
    [
      'the United Kingdom by another code',
      edited('country: PL\n  timeZone', 'country: UK\n  timeZone'),
      ['5:3 vendor.country has to be GB for the United Kingdom.'],
    ],
    ...['ZZ', 'EU', 'XK', 'SU'].map((code): [string, string, string[]] => [
      `${code}, which is no country of ISO 3166-1`,
      edited('country: PL\n  timeZone', `country: ${code}\n  timeZone`),
      ['5:3 vendor.country has to be a country by its two letters, such as PL.'],
    ]),
    [
      'an unknown key',
      edited('startDate', 'startDay'),
      [
        '1:1 startDate is missing; it has to be a text.',
        '2:1 startDay is not a field here; remove it or mend its name.',
      ],
    ],
    [
      'a word for a yes',
      edited('euPersonalData: false', 'euPersonalData: maybe'),
      ['18:33 data.euPersonalData is the text "maybe"; it has to be true or false.'],
    ],
    [
      'personal data without roles',
      edited('euPersonalData: false', 'euPersonalData: true'),
      [
        '18:33 data.roles is missing: with personal data of people in the EU, say who is controller and who is processor.',
      ],
    ],
    [
      'a resource of no case',
      edited('resource: github:northwind/search, p', 'resource: github:northwind/other, p'),
      ['31:15 github:northwind/other is nothing that this case gives access to; list it under resources.'],
    ],
    [
      'a client as contact',
      edited('marta@wisla', 'Legal@northwind'),
      ["8:33 This address is one of the client's people; the vendor's contact is somebody else."],
    ],
    [
      'two names at one address of the client',
      edited(
        'legal@northwind.example }]',
        'legal@northwind.example }]\n    executive: [{ name: Petra Lang, email: LEGAL@northwind.example }]',
      ),
      ['15:37 LEGAL@northwind.example is the address of Lena Hart above; one address is one person.'],
    ],
    [
      'an engineer of another name at the address of the contact',
      edited('email: ada@wisla', 'email: Marta@wisla'),
      ['27:5 Marta@wisla.example is the address of Marta Nowak above; one address is one person.'],
    ],
    [
      'a model of another name',
      edited('managed-team', 'outstaffing'),
      ['21:1 model is the text "outstaffing"; it has to be one of staff-augmentation, project, managed-team.'],
    ],
    [
      'a login with a space',
      edited('ada-kowal', 'ada kowal'),
      ['28:17 engineers[0].accounts.github has to be a GitHub login.'],
    ],
    [
      'a need at a provider where nobody has an account',
      edited('accounts: { github: ada-kowal }', 'accounts: { postgres: ada }'),
      ['31:15 github:northwind/search needs an account at github; name it under accounts.'],
    ],
    [
      'an account that its provider could not have',
      edited('github: ada-kowal', 'github: ada-kowal, postgres: pg_ada'),
      ['28:36 engineers[0].accounts.postgres has to be the name of a role that people log in with.'],
    ],
    [
      'an account at no provider',
      edited('github: ada-kowal', 'github: ada-kowal, gitlab: ada'),
      ['28:36 engineers[0].accounts.gitlab is not a field here; remove it or mend its name.'],
    ],
    [
      'the same key twice',
      `${CASE_TEXT}model: project\n`,
      ['32:1 This key stands here for the second time; keep one of them.'],
    ],
    ['a tab', edited('  name: Wisla', '\tname: Wisla'), ['4:1 The line is indented by a tab; YAML takes spaces only.']],
    [
      'a mark that turns the text',
      edited('Wisla Labs', 'Wisla \u202eLabs'),
      ['4:15 The character U+202E is not taken here; remove it.'],
    ],
    [
      'a mark that turns the text, by an escape',
      edited('name: Wisla Labs', 'name: "Wisla \\u202eLabs"'),
      ['4:9 The character U+202E is not taken here; remove it.'],
    ],
    [
      'an order to a terminal, by an escape',
      edited('name: Ada Kowal', 'name: "Ada \\e[31mKowal\\a"'),
      ['26:11 The character U+001B is not taken here; remove it.'],
    ],
    [
      'a name over two lines',
      edited('name: Ada Kowal', 'name: "Ada\\nKowal"'),
      [
        '26:5 engineers[0].name has to be one line in letters of one script, without line breaks and invisible characters.',
      ],
    ],
    [
      'a Cyrillic letter in a Latin name',
      edited('name: Ada Kowal', 'name: Ad\u0430 Kowal'),
      [
        '26:5 engineers[0].name has to be one line in letters of one script, without line breaks and invisible characters.',
      ],
    ],
    [
      'a start in the year 9999',
      edited('2026-09-01', '9999-12-31'),
      ['2:1 startDate has to be a real day written YYYY-MM-DD.'],
    ],
    [
      'a transfer on the day of the start',
      `${CASE_TEXT}sourcing:\n  approach: hybrid\n  aiIsCoreProduct: true\n  reasons: []\n  transfer:\n    on: 2026-09-01\n    team: [legal@northwind.example]\n`,
      ['37:5 The transfer is on 2026-09-01, and the work starts on 2026-09-01; it has to come after the start.'],
    ],
    ['two documents', `${CASE_TEXT}---\ntitle: x\n`, ['1:1 The case file holds more than one document; one is read.']],
    ['nothing', '', ['1:1 The case file is empty.']],
  ])('given %s, then one sentence says where and what would be right', (_what, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  test('given an address beyond ASCII and the login of a managed user, then both are taken as servers know them', () => {
    const text = edited('ada@wisla.example', '"ada@wis\\u0142a.example"').replace('ada-kowal', 'ada-kowal_acme');
    expect(parseCaseFile(text)).toMatchObject({
      ok: true,
      file: { engineers: [{ email: 'ada@xn--wisa-21a.example', accounts: { github: 'ada-kowal_acme' } }] },
    });
  });

  test('given an owner of a resource, then one of the client’s people becomes the owner, and nobody else does', () => {
    const owned = (address: string): string =>
      edited(
        'id: northwind/search, personalData: false',
        `id: northwind/search, personalData: false, owner: ${address}`,
      );
    const read = parseCaseFile(owned('legal@northwind.example'));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(intakeOf(read.file, (email) => `p-${email.split('@')[0]}`).resources[0]?.owner).toBe('p-legal');
    expect(faultsOf(owned('somebody@else.example'))).toEqual([
      expect.stringContaining("The owner of github:northwind/search is not one of the client's people who decide."),
    ]);
  });

  test('given ten megabytes, then they are not read', () => {
    expect(faultsOf(`title: ${'x'.repeat(10_000_000)}`)).toEqual([
      '1:1 The case file has 10000007 bytes; 524288 are the most that is read.',
    ]);
  });

  test('given an alias bomb, then it is refused and not unfolded', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ].join('\n');
    expect(faultsOf(bomb)[0]).toMatch(/^1:1 The case file uses too many YAML aliases/);
  });

  test('given any text, then it is read or has faults, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()), (text) => {
        const read = parseCaseFile(text);
        return read.ok || read.faults.every((f) => f.line >= 1 && f.column >= 1 && f.message.length > 10);
      }),
      { numRuns: 500 },
    );
  });
});
