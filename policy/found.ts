import type { Path } from './located.js';

/** Something that was found in a file that has been read: where, and one sentence. */
export type Found = { path: Path; message: string };
