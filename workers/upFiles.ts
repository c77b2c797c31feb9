import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readOwnJson, writePrivately } from './ownFiles.js';
import { hostOf, isLoopback } from './settings/loopback.js';

const localUrl = z.string().refine((url) => /^http:/.test(url) && isLoopback(hostOf(url) ?? ''));

const UpFile = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  apiUrl: localUrl,
  docsUrl: z.string(),
  /** Where a browser signs in. */
  consoleUrl: z.string(),
  temporalUiUrl: z.string().optional(),
  mailboxUrl: localUrl.optional(),
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
/** A token of the local operator, or one that `--as` had issued for the local reader or a case's person. */
export type LocalToken = z.infer<typeof LocalToken>;

const TokensFile = z.object({ tokens: z.array(LocalToken) });

/** Folder of a local `up`'s data, absolute: `DRAWBRIDGE_DATA`, default `.drawbridge` in the working directory. */
export const dataDirOf = (given?: string): string => resolve(given || process.env.DRAWBRIDGE_DATA || '.drawbridge');

const upFileOf = (dataDir: string): string => join(dataDir, 'up.json');

/** Path of the file with the tokens, readable by its owner alone. */
const tokensFileOf = (dataDir: string): string => join(dataDir, 'tokens.json');

/**
 * The addresses of the `up` on this data; undefined when none runs that has announced itself: at the address that one left behind when
 * it was killed, anybody may listen. Throws {@link UntrustedFile}.
 */
export async function readUpFile(dataDir: string): Promise<UpFile | undefined> {
  const announced = await readOwnJson(upFileOf(dataDir), UpFile);
  return announced !== undefined && isOurs(announced.pid) ? announced : undefined;
}

function isOurs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Announces a running `up`. */
export async function writeUpFile(dataDir: string, content: UpFile): Promise<void> {
  await writePrivately(upFileOf(dataDir), content);
}

/** Takes the announcement back. */
export async function removeUpFile(dataDir: string): Promise<void> {
  await rm(upFileOf(dataDir), { force: true });
}

/** The tokens kept for this data; none when there is no readable file. Throws {@link UntrustedFile}. */
export async function readTokens(dataDir: string): Promise<LocalToken[]> {
  return (await readOwnJson(tokensFileOf(dataDir), TokensFile))?.tokens ?? [];
}

/** Keeps exactly these tokens, in a file that only its owner can read. */
export async function writeTokens(dataDir: string, tokens: LocalToken[]): Promise<void> {
  await writePrivately(tokensFileOf(dataDir), { tokens });
}
