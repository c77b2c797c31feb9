/** One page of a list; `nextCursor` is there while more follows. */
export type Page<T> = { rows: T[]; nextCursor?: string };
