import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { SETTINGS } from '../../workers/config.js';

/** Where the page lies, from the root of the repository. */
export const CONFIG_DOC = 'docs/configuration.md';

/** The page of all settings as the schemas have them. */
export function configDoc(): string {
  const rows = new Map<string, { what: string; right: string; unset: string; by: string[] }>();
  for (const [process, { shape }] of Object.entries(SETTINGS))
    for (const [name, setting] of Object.entries<z.ZodType>(shape)) {
      const known = rows.get(name);
      if (known !== undefined) known.by.push(process);
      else
        rows.set(name, {
          what: setting.description ?? '',
          right: rightOf(setting),
          unset: unsetOf(setting),
          by: [process],
        });
    }
  const lines = [...rows].map(
    ([name, { what, right, unset, by }]) => `| \`${name}\` | ${by.join(', ')} | ${what} | ${right} | ${unset} |`,
  );
  return `# Configuration

Generated from \`workers/config.ts\` by \`npm run docs:config\`; a test fails when the two part.

The processes read their settings from the environment, and an empty variable counts as one that is not set. A wrong or missing
setting refuses to boot; the message names each one and what would be right, never its value. \`drawbridge config check\` says the
same without starting anything, for one process or for all, and ends with 0 or with 2.

| variable | read by | what it is | must be | when it is not set |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

## What leaves the machine is encrypted

Beyond loopback nothing that \`drawbridge api\`, \`worker\` and \`migrate\` send goes in clear by default. \`DATABASE_URL\` and \`MIGRATION_DATABASE_URL\` say \`sslmode=verify-full\` (with
\`&sslrootcert=PATH\` for an authority of your own) or \`sslmode=disable\`, and take no other parameters than those and \`sslcert\` with \`sslkey\`; for Temporal there is \`TEMPORAL_TLS\` with its files for
mutual TLS, or an API key; and letters go over TLS to every mail server that is not on this machine. What Temporal keeps is encrypted
under \`PAYLOAD_KEYS\`: \`NAME:\` and the output of \`openssl rand -hex 32\`. The first key encrypts and all of them decrypt, so a key
is changed by putting the new one last everywhere, then first everywhere, and taking the old one away when no history names it any more
(docs/runbook.md). \`none\` leaves payloads in clear. With keys, what is in clear is refused: an installation that had none opens its
cases' runs again with \`drawbridge recover --all --force\`. \`drawbridge up\` encrypts payloads with \`payload.key\` in its data folder, speaks
to \`TEMPORAL_ADDRESS\` without TLS, and is for servers on the same machine.

An operator reads them by the codec endpoint of the API: \`temporal workflow show --codec-endpoint BASE/api/codec --codec-auth "Bearer TOKEN"\`.
The Temporal UI asks it from the page in \`CODEC_UI_ORIGIN\`, but has no token of ours to send: put a proxy before \`BASE/api/codec\` that adds
\`Authorization: Bearer TOKEN\` for the operators who may use it.

## Two roles in the database

\`drawbridge api\` and \`drawbridge worker\` refuse to boot when the role in \`DATABASE_URL\`, or one that it could become, may change, delete or
truncate the ledger, when it may not add to it, and when migrations are missing. A connection pooler in front of
PostgreSQL has to work in session mode; one in transaction mode, such as PgBouncer’s, is refused in one sentence. Tried by hand with PgBouncer 1.18
on PostgreSQL 18: in session mode with a pool of 20, \`migrate\` and the checks at boot pass; transaction mode with pools of
20, 2 and 1 connections, statement mode, and session mode with a pool of 1 are refused. The suite tries a double of such a pooler.

So the tables belong to one role and another one serves:

\`\`\`
create role drawbridge_owner login createrole password '…';
create role drawbridge_server login password '…';
create database drawbridge owner drawbridge_owner;
\`\`\`

\`drawbridge migrate\` signs in with \`MIGRATION_DATABASE_URL\` (the owner), and makes the role in \`DATABASE_URL\` (the server) a member of
\`drawbridge_app\`, which may read everything that the product needs and add to the ledger. Only \`migrate\` needs the owner's address.
`;
}

/** What a value must be, as the boot error says it: a number is never right, since settings are text. */
const rightOf = (setting: z.ZodType): string => setting.safeParse(0).error?.issues[0]?.message ?? '';

function unsetOf(setting: z.ZodType): string {
  const parsed = setting.safeParse(undefined);
  if (!parsed.success) return 'refused';
  return parsed.data === undefined ? '–' : `\`${String(parsed.data)}\``;
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const page = configDoc();
  const check = process.argv.includes('--check');
  if (!check) writeFileSync(CONFIG_DOC, page);
  else if (readFileSync(CONFIG_DOC, 'utf8') !== page) {
    console.error(`${CONFIG_DOC} is not what the settings say; run npm run docs:config.`);
    process.exitCode = 1;
  }
}
