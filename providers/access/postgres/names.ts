/** A place by the names that its relation and columns go by; no columns means all of it. */
export type PlaceName = { schema: string; relation: string; columns: string[] };

/** A place by numbers that stay when names change: of the database, the relation, and of columns where it is those alone. */
export type PlaceId = { database: number; relation: number; columns: number[] };

/** PostgreSQL cuts longer names off in silence, so none is taken (`NAMEDATALEN`), bytes. */
const LONGEST_NAME = 63;
const MOST_COLUMNS = 100;
const LONGEST_PLACE = 8_000;

const NAME = String.raw`(?:"(?:[^"\0]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const PLACE = new RegExp(String.raw`^(${NAME})\.(${NAME})(?:\(\s*(${NAME}(?:\s*,\s*${NAME})*)\s*\))?$`, 'u');
const EACH_NAME = new RegExp(NAME, 'gu');
const PLAIN = /^[\p{Ll}\p{Lo}_][\p{Ll}\p{Lo}\p{N}_$]*$/u;

/** Reads `schema.relation` or `schema.relation(column, column)`, quoted and folded as in SQL; undefined when it is neither. */
export function parsePlaceName(text: string): PlaceName | undefined {
  const found = text.length > LONGEST_PLACE ? null : PLACE.exec(text);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const [schema, relation] = [plainOf(found[1]), plainOf(found[2])];
  const columns = [...new Set((found[3] ?? '').match(EACH_NAME)?.map(plainOf))].sort();
  const names = [schema, relation, ...columns];
  if (names.some((name) => bytesOf(name) > LONGEST_NAME) || columns.length > MOST_COLUMNS) return undefined;
  return isOfTheSystem(schema) ? undefined : { schema, relation, columns };
}

/** The one way in which a place is written: columns sorted, no blank between them, quotes only where they are needed. */
export function formatPlaceName({ schema, relation, columns }: PlaceName): string {
  const listed = columns.length === 0 ? '' : `(${[...columns].sort().map(quoted).join(',')})`;
  return `${quoted(schema)}.${quoted(relation)}${listed}`;
}

/** Reads an id as {@link formatPlaceId} writes it; undefined when it is none. */
export function parsePlaceId(text: string): PlaceId | undefined {
  if (!/^\d{1,10}\.\d{1,10}(\.\d{1,4}){0,100}$/.test(text)) return undefined;
  const [database = 0, relation = 0, ...columns] = text.split('.').map(Number);
  return isOid(database) && isOid(relation) ? { database, relation, columns } : undefined;
}

/** `16384.16390`, or `16384.16390.1.3` for columns. */
export const formatPlaceId = ({ database, relation, columns }: PlaceId): string =>
  [database, relation, ...[...columns].sort((a, b) => a - b)].join('.');

/** Reads the id of a role; undefined when it is none. */
export function parseRoleId(text: string): number | undefined {
  const oid = /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return oid !== undefined && isOid(oid) ? oid : undefined;
}

/** True for what can be the name of a role of somebody's own, as the catalogue has it. */
export const isRoleName = (text: string): boolean =>
  text !== '' && bytesOf(text) <= LONGEST_NAME && !/\p{Cc}/u.test(text) && !/^(pg_.*|public|none)$/s.test(text);

const isOid = (value: number): boolean => value > 0 && value <= 0xff_ff_ff_ff;
const isOfTheSystem = (schema: string): boolean => schema.startsWith('pg_') || schema === 'information_schema';
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const quoted = (name: string): string => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

/* Beyond ASCII PostgreSQL folds by the server's encoding; only letters that every server folds alike are. */
const plainOf = (written: string): string =>
  written.startsWith('"')
    ? written.slice(1, -1).replaceAll('""', '"')
    : written.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
