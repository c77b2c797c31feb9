import { type RawBuilder, sql } from 'kysely';

/** What the index over a text finds: rows that may hold a part; to be narrowed by {@link likePattern}. `text` is the expression of the index. */
export const hasText = (text: string, part: string): RawBuilder<boolean> =>
  sql`text_grams(${sql.raw(text)}) @> search_grams(${storable(part)})`;

/** A pattern that finds the text literally, anywhere. */
export const likePattern = (text: string): string => `%${storable(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const storable = (text: string): string => text.replaceAll('\u0000', '');
