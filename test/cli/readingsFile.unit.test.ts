import { CliError } from '../../cli/exit.js';
import { parseCsv } from '../../cli/lib/csv.js';
import { readingKey, readReadings } from '../../cli/lib/readingsFile.js';

const SET = 'ab'.repeat(32);

/** What is said of a file that is refused: line and sentence. */
function faultsOf(text: string): [line: number | undefined, message: string][] {
  try {
    readReadings(text, 'r.csv');
  } catch (error) {
    if (error instanceof CliError && error.exitCode === 2)
      return (error.more.faults ?? []).map((f) => [f.line, f.message]);
    throw error;
  }
  return [];
}

test('quotes, commas and line ends inside them, a byte order mark and Windows line ends are read', () => {
  expect(parseCsv('\uFEFFa,b\r\n"x, ""y""\nz",2\r\n\r\n,\n3,4')).toEqual({
    records: [
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x, "y"\nz', '2'] },
      { line: 6, fields: ['3', '4'] },
    ],
    separator: ',',
  });
  expect(parseCsv('a\n"b')).toEqual({ openQuote: 2 });
});

test('a file with all columns, in any order, becomes readings with their lines', () => {
  const text = `value,kpi,at,source,evalSetHash\n0.93,Accuracy,2026-09-11T14:00:00+02:00,"eval run 41, again",${SET}\n27,Velocity,2026-09-11,board,\n1e3,Uptime,,monitor,\n`;
  expect(readReadings(text, 'r.csv')).toEqual([
    {
      line: 2,
      reading: {
        kpi: 'Accuracy',
        value: 0.93,
        source: 'eval run 41, again',
        at: '2026-09-11T12:00:00.000Z',
        evalSetHash: SET,
      },
    },
    { line: 3, reading: { kpi: 'Velocity', value: 27, source: 'board', at: '2026-09-11' } },
    { line: 4, reading: { kpi: 'Uptime', value: 1000, source: 'monitor' } },
  ]);
});

test('one wrong line and nothing counts; every fault is told with its line', () => {
  const text = `kpi,value,source,at,evalSetHash
Velocity,27,board,,
,28,board,,
Velocity,"9,934",board,,
Velocity,,,,
Velocity,1,board,2026-02-30,
Velocity,1,board,,abc
Velocity,1,board`;
  expect(faultsOf(text)).toEqual([
    [3, 'kpi is empty; give the name of an agreed KPI'],
    [4, 'value "9,934" is no number; write it with a point, as 0.93'],
    [5, 'value "" is no number; write it with a point, as 0.93'],
    [5, 'source is empty; say where the figure was read'],
    [6, 'at "2026-02-30" is neither a real day, YYYY-MM-DD, nor an instant such as 2026-09-11T12:00:00Z'],
    [7, 'evalSetHash must be a SHA-256 in 64 lower-case hexadecimal digits'],
    [8, 'there are 3 fields under 5 columns; a field with a comma in it stands in quotes'],
  ]);
});

test.each([
  ['', [[1, 'the first line must name the columns: kpi,value,source,at,evalSetHash']]],
  ['kpi,value,source\n', [[1, 'there is no reading under the columns']]],
  [
    'kpi|value|source\nVelocity|1|board',
    [
      [
        1,
        '"kpi|value|source" is no column; the columns are kpi, value, source, at, evalSetHash, the last two as needed',
      ],
      [1, 'the column kpi is missing in the first line'],
      [1, 'the column value is missing in the first line'],
      [1, 'the column source is missing in the first line'],
    ],
  ],
  ['kpi;value;source\na;1.234;b', [[2, 'value "1.234" is no number; write it with a point, as 0.93']]],
  [
    'kpi,value,,source\na,1,,b',
    [[1, '"" is no column; the columns are kpi, value, source, at, evalSetHash, the last two as needed']],
  ],
  [
    'kpi;value;source\na;1;b;c',
    [[2, 'there are 4 fields under 3 columns; a field with a semicolon in it stands in quotes']],
  ],
  ['kpi,value,source,kpi\na,1,b,c', [[1, 'the column kpi stands twice']]],
  ['kpi,value,source\n"a,1,b', [[2, 'the quote that opens here is never closed']]],
  [`kpi,value,source\n${'a,1,b\n'.repeat(1001)}`, [[1002, 'there are 1001 readings; split the file, 1000 at most']]],
])('%j is refused', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test.each([
  ['semicolons, as with a decimal comma', 'kpi;value;source\r\nuptime;0,93;board\r\n'],
  ['semicolons and a decimal point', 'kpi;value;source\nuptime;0.93;board\n'],
  ['tabs', 'kpi\tvalue\tsource\nuptime\t0,93\tboard\n'],
  ['a decimal comma in quotes', 'kpi,value,source\nuptime,"0,93",board\n'],
  ['columns without a name at the end', 'kpi,value,source,,\nuptime,0.93,board,,\n,,,,\n'],
  ['names of columns in capitals', 'KPI,Value,SOURCE\nuptime,0.93,board\n'],
])('given %s, as spreadsheets write it, then the reading is the same', (_what, text) => {
  expect(readReadings(text, 'r.csv')).toEqual([{ line: 2, reading: { kpi: 'uptime', value: 0.93, source: 'board' } }]);
});

test('the key is of case and content, and nothing else', () => {
  const reading = { kpi: 'Velocity', value: 27, source: 'board' };
  const key = readingKey('c-1', reading, 1);
  expect(key).toMatch(/^[A-Za-z0-9._-]{1,100}$/);
  expect(readingKey('c-1', { source: 'board', value: 27, kpi: 'Velocity' }, 1)).toBe(key);
  const others = [
    readingKey('c-2', reading, 1),
    readingKey('c-1', reading, 2),
    ...[{ kpi: 'Uptime' }, { value: 28 }, { source: 'other' }, { at: '2026-09-11' }, { evalSetHash: SET }].map(
      (change) => readingKey('c-1', { ...reading, ...change }, 1),
    ),
  ];
  expect(new Set([key, ...others]).size).toBe(8);
});
