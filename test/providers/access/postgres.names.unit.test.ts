import fc from 'fast-check';
import {
  formatPlaceId,
  formatPlaceName,
  isRoleName,
  parsePlaceId,
  parsePlaceName,
  parseRoleId,
} from '../../../providers/access/postgres/names.js';
import { joined, privilegesOf, reachOf, wordOf } from '../../../providers/access/postgres/rights.js';
import { POSTGRES } from '../../../providers/access/postgres/vocabulary.js';

test.each([
  ['sales.orders', { schema: 'sales', relation: 'orders', columns: [] }, 'sales.orders'],
  ['Sales.Orders', { schema: 'sales', relation: 'orders', columns: [] }, 'sales.orders'],
  ['sales."Orders"', { schema: 'sales', relation: 'Orders', columns: [] }, 'sales."Orders"'],
  ['s.t( b ,a, b )', { schema: 's', relation: 't', columns: ['a', 'b'] }, 's.t(a,b)'],
  [
    's.t("b (net), x","a""b")',
    { schema: 's', relation: 't', columns: ['a"b', 'b (net), x'] },
    's.t("a""b","b (net), x")',
  ],
  ['daten.größen(maß)', { schema: 'daten', relation: 'größen', columns: ['maß'] }, 'daten.größen(maß)'],
])('given %s, when read and written again, then it is one place with one name', (text, name, canonical) => {
  expect(parsePlaceName(text)).toEqual(name);
  expect(formatPlaceName(name)).toBe(canonical);
  expect(parsePlaceName(canonical)).toEqual(name);
  expect(POSTGRES.place.matches(text)).toBe(true);
});

const name = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('a', 'A', '"', ' ', ',', '(', ')', '.', '$', '1', 'ä', "'"),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 20,
  })
  .filter((text) => !text.includes('\0') && new TextEncoder().encode(text).length <= 63);

test('given any names, when a place is written and read, then it is the same place', () => {
  fc.assert(
    fc.property(name, name, fc.uniqueArray(name, { maxLength: 4 }), (schema, relation, columns) => {
      fc.pre(!/^pg_|^information_schema$/.test(schema));
      const place = { schema, relation, columns: columns.sort() };
      expect(parsePlaceName(formatPlaceName(place))).toEqual(place);
    }),
  );
});

test.each([
  ['orders'],
  ['a.b.c'],
  ['s.t()'],
  ['s.t(a'],
  ['s.t(a,)'],
  ['s.t(a) '],
  ['s.""'],
  ['s.t;drop'],
  ['s.1t'],
  ['pg_catalog.pg_class'],
  ['information_schema.tables'],
  ['"pg_toast".t'],
  [`s.${'t'.repeat(64)}`],
  [`s.${'ä'.repeat(32)}`],
  ['s."a\0b"'],
])('given %j, when read as a place, then it is none', (text) => {
  expect(parsePlaceName(text)).toBeUndefined();
});

test.each([
  ['16384.16390', { database: 16384, relation: 16390, columns: [] }],
  ['16384.16390.1.3', { database: 16384, relation: 16390, columns: [1, 3] }],
])('given the id %s, when read and written again, then it is the same', (text, id) => {
  expect(parsePlaceId(text)).toEqual(id);
  expect(formatPlaceId(id)).toBe(text);
});

test.each(['', '1', '1.', '0.1', '1.4294967296', '1.2.x', '1.2 ', '-1.2', '99999999999.1'])(
  'given %j, when read as the id of a place, then it is none',
  (text) => expect(parsePlaceId(text)).toBeUndefined(),
);

test.each(['', '0', 'ana', '4294967296', '1e3'])('given %j, when read as the id of a role, then it is none', (text) =>
  expect(parseRoleId(text)).toBeUndefined(),
);

test.each([
  ['ana', true],
  ['Ana Kovač@vendor.example', true],
  ['a'.repeat(63), true],
  ['a'.repeat(64), false],
  ['', false],
  ['public', false],
  ['none', false],
  ['pg_monitor', false],
  ['a\nb', false],
])('given %j, when taken for the name of a role, then %s', (text, is) => {
  expect(isRoleName(text)).toBe(is);
});

test('given permissions in their order, then each gives all that the ones before it give', () => {
  const given = POSTGRES.permissions.map((permission) => privilegesOf(permission, []));
  expect(given).toEqual([
    ['select'],
    ['select', 'insert'],
    ['select', 'insert', 'update'],
    ['select', 'insert', 'update', 'delete'],
  ]);
});

test.each(['admin', 'delete', 'insert-select', '', 'select-', 'SELECT'])(
  'given %j, when asked for, then refused',
  (word) => {
    expect(() => privilegesOf(word, [])).toThrow('The permission is none of');
  },
);

test('given rights on a table and on columns, when told in a word, then what all columns have comes first', () => {
  const right = (privilege: 'select' | 'update', column: number | null, grantable = false) => ({
    privilege,
    column,
    grantable,
  });
  const rights = [right('select', 1), right('select', 2, true), right('update', 2)];
  expect([[1, 2], [2], []].map((columns) => wordOf(reachOf(rights.filter(within(columns)), columns)))).toEqual([
    'select+columns:select*-update',
    'select*-update',
    'columns:select*-update',
  ]);
  expect(wordOf(joined([reachOf([right('select', null)], []), reachOf([right('update', 1)], [])]))).toBe(
    'select+columns:update',
  );
});

const within = (columns: number[]) => (right: { column: number | null }) =>
  columns.length === 0 || right.column === null || columns.includes(right.column);
