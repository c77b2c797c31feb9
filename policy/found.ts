/** The way to a part of a file: field names and places in lists. */
export type Path = readonly (string | number)[];

/** Something that was found in a file that has been read: where, and one sentence. */
export type Found = { path: Path; message: string };
