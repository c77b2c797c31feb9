import { z } from 'zod';
import { isPemFile } from './files.js';
import { isLoopback } from './loopback.js';

const POSTGRES_URL = 'postgres://user:password@host:5432/database';
const SAYS_TLS = `${POSTGRES_URL}?sslmode=verify-full for another machine (sslmode=disable for a network that you trust)`;
const READS_FILES = `${POSTGRES_URL}?sslmode=verify-full&sslrootcert=PATH, each path that of a readable PEM file`;
const SAYS_LITTLE = `${POSTGRES_URL}, with nothing but sslmode, sslrootcert, sslcert and sslkey after the ?, each at most once`;
const MODES = ['verify-full', 'disable'];

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const PARAMETERS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

/** Any other parameter is for `pg` to follow: it could name another host than the one that is checked, or lift a bound; of two, `pg` takes the last. */
function saysLittle(text: string): boolean {
  const names = [...(parsed(text)?.searchParams.keys() ?? [])];
  return names.length === new Set(names).size && names.every((name) => PARAMETERS.includes(name));
}

/** Modes that encrypt without looking whom they talk to are refused; on this machine none need be named. */
function saysTls(text: string): boolean {
  const url = parsed(text);
  if (url === undefined) return true;
  const mode = url.searchParams.get('sslmode');
  return mode === null ? isLoopback(url.hostname) : MODES.includes(mode);
}

const readsFiles = (text: string): boolean =>
  PARAMETERS.filter((name) => name !== 'sslmode')
    .map((name) => parsed(text)?.searchParams.get(name) ?? undefined)
    .every((path) => path === undefined || isPemFile(path));

/** The address of a database; TLS with the server's name checked, unless it is on this machine or the address says otherwise. */
export const postgresUrl = () =>
  z
    .string(POSTGRES_URL)
    .refine((text) => ['postgres:', 'postgresql:'].includes(parsed(text)?.protocol ?? ''), {
      error: POSTGRES_URL,
      abort: true,
    })
    .refine(saysLittle, { error: SAYS_LITTLE, abort: true })
    .refine(saysTls, SAYS_TLS)
    .refine(readsFiles, READS_FILES);
