import fc from 'fast-check';
import { withoutAlternatives } from '../../cli/lib/alternatives.js';
import { formFromFile, formFromPairs } from '../../cli/lib/formInput.js';
import { inProse } from '../../cli/lib/names.js';
import { safe, table } from '../../cli/lib/print.js';
import { readable, relative, span, stamp } from '../../cli/lib/times.js';

const NOW = Date.parse('2026-09-01T08:00:00.000Z');

test.each([
  ['2026-09-04T08:00:00.000Z', 'in 3 days'],
  ['2026-09-01T09:30:00.000Z', 'in 2 hours'],
  ['2026-09-01T08:00:20.000Z', 'now'],
  ['2026-08-31T07:00:00.000Z', '1 day ago'],
  ['2026-09-01T07:59:00.000Z', '1 minute ago'],
])('%s is %s', (at, words) => {
  expect(relative(at, NOW)).toBe(words);
});

test('an instant is shown in UTC and from now; none is a dash', () => {
  expect(readable('2026-09-02T08:05:00.000Z', NOW)).toBe('2026-09-02 08:05 UTC (in 1 day)');
  expect(readable(undefined, NOW)).toBe('-');
});

test('an instant is shown in a zone by its name, an end at midnight as the end of the day before', () => {
  expect([
    stamp('2026-09-01T08:05:00.000Z', 'Europe/Berlin'),
    stamp('2026-09-01T22:00:00.000Z', 'Europe/Berlin'),
    readable('2026-09-01T22:00:00.000Z', NOW, 'Europe/Berlin'),
    readable('2026-09-01T22:00:30.000Z', NOW, 'Europe/Berlin'),
    readable('2026-09-02T00:00:00.000Z', NOW, 'Nowhere/Else'),
    stamp('never', 'Europe/Berlin'),
  ]).toEqual([
    '2026-09-01 10:05 Berlin',
    '2026-09-02 00:00 Berlin',
    '2026-09-01 24:00 Berlin (in 14 hours)',
    '2026-09-02 00:00 Berlin (in 14 hours)',
    '2026-09-01 24:00 UTC (in 16 hours)',
    'never',
  ]);
});

test('a span is told in days, hours and minutes', () => {
  expect([span(0), span(61_000), span(90_061_000)]).toEqual(['0 m', '1 m', '1 d 1 h 1 m']);
});

test('no text from elsewhere keeps a control or direction character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      expect(safe(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('a table in a pipe keeps its cells whole', () => {
  const long = 'word '.repeat(60).trim();
  expect(
    table(
      ['A', 'B'],
      [
        ['x', long],
        [undefined, 3],
      ],
    ),
  ).toBe(`A  B\nx  ${long}\n-  3`);
});

test('prose names people, cuts hashes and tells instants to the minute', () => {
  const id = 'p-mh3wgrc66w7cto66';
  const text = `IP-2:${id} of {person:${id}} rests on paper:a@${'0a'.repeat(32)} until 2026-09-01T04:00:00.000Z.`;
  expect(inProse(text, { [id]: 'Ada' })).toBe(
    'IP-2:Ada of Ada rests on paper:a@0a0a0a0a0a0a… until 2026-09-01 04:00 UTC.',
  );
});

test('one control of a path is enough: what waits beside it is not missing', () => {
  const sa1 = { id: 'SA-1', path: 'attestation', status: 'open' };
  const sa3 = { id: 'SA-3', path: 'attestation', status: 'met' };
  const ip1 = { id: 'IP-1', status: 'open' };
  expect(withoutAlternatives([sa1, sa3, ip1])).toEqual([sa3, ip1]);
  expect(withoutAlternatives([sa1, ip1])).toEqual([sa1, ip1]);
});

describe('a form', () => {
  const shape = {
    made: { ask: 'Made for hire?', kind: 'yes-no' },
    count: { ask: 'How many?', kind: 'number' },
    criteria: { ask: 'Which?', kind: 'choices', of: ['security', 'privacy'] },
    auditor: { ask: 'Who?', kind: 'record', of: { firm: { ask: 'Firm?', kind: 'text' } } },
  } as const;

  test('is read from pairs by what it asks for', () => {
    const pairs = ['made=yes', 'count=12', 'criteria=security, privacy', 'auditor.firm=true & Sons'];
    expect(formFromPairs(pairs, shape)).toEqual({
      made: true,
      count: 12,
      criteria: ['security', 'privacy'],
      auditor: { firm: 'true & Sons' },
    });
  });

  test('takes no pair without a sign of equality, and no way into prototypes', () => {
    expect(() => formFromPairs(['made'], shape)).toThrow('Invalid --set "made". Write it as field=answer.');
    expect(() => formFromPairs(['__proto__.x=1'], shape)).toThrow('Unknown field "__proto__".');
  });

  test('knows where its answers stand', () => {
    const { form, placeOf } = formFromFile('made: true\nauditor:\n  firm: 12\n', 'f.yaml');
    expect(form).toEqual({ made: true, auditor: { firm: 12 } });
    expect(placeOf('form.auditor.firm')).toMatchObject({ line: 3 });
  });
});
