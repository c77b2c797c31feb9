import { ProviderError } from '../port.js';

/** What can be asked for, each giving all that the ones before it give. */
export const PERMISSIONS = ['select', 'select-insert', 'select-insert-update', 'select-insert-update-delete'] as const;

/** The privileges that relations have, in the order in which words name them; `maintain` is known from version 17 on. */
export const PRIVILEGES = [
  'select',
  'insert',
  'update',
  'delete',
  'truncate',
  'references',
  'trigger',
  'maintain',
] as const;

/** One of them. */
export type Privilege = (typeof PRIVILEGES)[number];

/** The privileges that single columns have. */
export const ON_COLUMNS: readonly Privilege[] = ['select', 'insert', 'update', 'references'];

/** One entry of an access list: of the whole relation, or of one column. */
export type Right = { privilege: Privilege; column: number | null; grantable: boolean };

/** Privileges on all of a place, and further ones on a part of its columns; with a star where they may be passed on, as `\dp` shows it. */
export type Reach = { whole: string[]; part: string[] };

/** The privileges of a permission; throws `ProviderRefused` for a word that is none, or that columns cannot have. */
export function privilegesOf(permission: string, columns: readonly number[]): Privilege[] {
  if (!PERMISSIONS.some((word) => word === permission))
    throw new ProviderError('ProviderRefused', `The permission is none of ${PERMISSIONS.join(', ')}.`);
  const asked = PRIVILEGES.filter((privilege) => permission.split('-').includes(privilege));
  if (columns.length > 0 && !asked.every((privilege) => ON_COLUMNS.includes(privilege)))
    throw new ProviderError('ProviderRefused', 'Rows are deleted as a whole: columns have no such permission.');
  return asked;
}

/** What a permission on a place comes to, entry by entry. */
export function rightsOf(permission: string, columns: readonly number[]): Right[] {
  const places = columns.length === 0 ? [null] : columns;
  return privilegesOf(permission, columns).flatMap((privilege) =>
    places.map((column) => ({ privilege, column, grantable: false })),
  );
}

/** How far the entries reach into a place; an entry of the whole relation reaches every column. */
export function reachOf(rights: readonly Right[], columns: readonly number[]): Reach {
  const on = (column: number | null) => marksOf(rights.filter((right) => right.column === column));
  const onColumns = columns.map(on);
  const inAll = onColumns[0]?.filter((mark) => onColumns.every((marks) => marks.includes(mark))) ?? [];
  const whole = [...on(null), ...inAll];
  return joined([{ whole, part: marksOf(rights) }]);
}

/** All that several reaches come to together. */
export function joined(reaches: readonly Reach[]): Reach {
  const whole = [...new Set(reaches.flatMap((reach) => reach.whole))];
  const part = [...new Set(reaches.flatMap((reach) => reach.part))].filter((mark) => !whole.includes(mark));
  return { whole, part };
}

/** What the first reach has that the second has not. */
export const beyond = (reach: Reach, known: Reach): Reach => ({
  whole: reach.whole.filter((mark) => !known.whole.includes(mark)),
  part: reach.part.filter((mark) => !known.whole.includes(mark) && !known.part.includes(mark)),
});

/** True when there is nothing in it. */
export const isEmpty = ({ whole, part }: Reach): boolean => whole.length === 0 && part.length === 0;

/** A reach as a word, `select-insert`; what is held on some of the columns only stands behind `columns:`. */
export const wordOf = ({ whole, part }: Reach): string =>
  [listed(whole), part.length === 0 ? '' : `columns:${listed(part)}`].filter(Boolean).join('+');

/* What may be passed on is also held, and so counts as both. */
const marksOf = (rights: readonly Right[]): string[] =>
  rights.flatMap(({ privilege, grantable }) => (grantable ? [privilege, `${privilege}*`] : [privilege]));

const listed = (marks: readonly string[]): string =>
  PRIVILEGES.flatMap((privilege) => {
    if (marks.includes(`${privilege}*`)) return [`${privilege}*`];
    return marks.includes(privilege) ? [privilege] : [];
  }).join('-');
