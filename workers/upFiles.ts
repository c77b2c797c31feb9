import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const UpFile = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  apiUrl: z.string(),
  docsUrl: z.string(),
  temporalUiUrl: z.string().optional(),
  mailboxUrl: z.string().optional(),
  /** The sandbox that stands in for GitHub; absent when the real one is used. */
  githubUrl: z.string().optional(),
});
/** Where a running `drawbridge up` is reached; gone after a graceful stop. */
export type UpFile = z.infer<typeof UpFile>;

const LocalToken = z.object({
  role: z.string(),
  token: z.string(),
  tokenId: z.string(),
  expiresAt: z.string(),
  /** Set for a token that stands for a person whom this case names. */
  caseId: z.string().optional(),
  /** Which of several people it stands for, as written after the colon of `--as`. */
  person: z.string().optional(),
});
/** A token of the local operator or reader, or one that `--as` had issued for a case's person. */
export type LocalToken = z.infer<typeof LocalToken>;

const TokensFile = z.object({ tokens: z.array(LocalToken) });

/** Folder of a local `up`'s data, absolute: `DRAWBRIDGE_DATA`, default `.drawbridge` in the working directory. */
export const dataDirOf = (given?: string): string => resolve(given || process.env.DRAWBRIDGE_DATA || '.drawbridge');

const upFileOf = (dataDir: string): string => join(dataDir, 'up.json');

/** Path of the file with the tokens, readable by its owner alone. */
export const tokensFileOf = (dataDir: string): string => join(dataDir, 'tokens.json');

/** The addresses of the `up` on this data; undefined when none has announced itself. */
export async function readUpFile(dataDir: string): Promise<UpFile | undefined> {
  return await readJson(upFileOf(dataDir), UpFile);
}

/** Announces a running `up`. */
export async function writeUpFile(dataDir: string, content: UpFile): Promise<void> {
  await writePrivately(upFileOf(dataDir), content);
}

/** Takes the announcement back. */
export async function removeUpFile(dataDir: string): Promise<void> {
  await rm(upFileOf(dataDir), { force: true });
}

/** The tokens kept for this data; none when there is no readable file. */
export async function readTokens(dataDir: string): Promise<LocalToken[]> {
  return (await readJson(tokensFileOf(dataDir), TokensFile))?.tokens ?? [];
}

/** Keeps exactly these tokens, in a file that only its owner can read. */
export async function writeTokens(dataDir: string, tokens: LocalToken[]): Promise<void> {
  await writePrivately(tokensFileOf(dataDir), { tokens });
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // A file cut short by a crash is written anew by the next `up`.
    return undefined;
  }
}

/** Written beside and renamed, so that a reader never sees half of it and it is never readable by others. */
async function writePrivately(path: string, content: unknown): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(beside, 0o600);
  await rename(beside, path);
}
