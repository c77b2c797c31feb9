import type { Command } from 'commander';
import type { z } from 'zod';
import type { FieldsOf } from '../../contract/basics.js';
import { signedOutEverywhere } from '../../contract/session.js';
import { issuedToken, type issueTokenBody } from '../../contract/tokens.js';
import { badInput } from '../exit.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson, send } from '../lib/http.js';
import { wholeNumber } from '../lib/numbers.js';
import { painted, pairs, show } from '../lib/print.js';
import type { Session } from '../lib/session.js';
import { readable } from '../lib/times.js';
import { addTokenBootstrap } from './tokenBootstrap.js';
import { addTokenClaim } from './tokenClaim.js';
import { addTokenList, tokensOf } from './tokenList.js';

type Issue = { email?: string; name?: string; case?: string; person?: string; days?: number };

/** `drawbridge token`: issues and revokes bearer tokens; for operators. */
export function addToken(program: Command): void {
  const token = program.command('token').description('issue, claim, list or revoke bearer tokens');
  addTokenBootstrap(token);
  addTokenClaim(token);
  const issue = token
    .command('issue <role>')
    .description(
      'issue a token for a role, to a person by address or to somebody of a case; its person claims it by letter',
    )
    .option('--email <address>', 'address of the person; needed without --case')
    .option('--name <name>', 'name of a person who is new here')
    .option('--case <case>', 'the case; needed for the vendor contact and engineers, whose tokens reach that case only')
    .option('--person <person>', 'with --case: which of those whom the case names for the role (default: the first)')
    .option('--days <number>', 'validity in days, 1 to 366 (default: 30)', wholeNumber)
    .action(async (role: string, _: unknown, command: Command) => {
      const { email, name, case: caseId, person, days } = optionsOf<Issue>(command);
      const { globals, session } = await workOf(command, { role: 'operator' });
      const body: FieldsOf<typeof issueTokenBody> = { role, email, name, caseId, person, expiresInDays: days };
      const issued = await askJson(session, '/api/tokens', issuedToken, { body });
      show(globals.json, issued, () =>
        pairs([
          ['Token', issued.token === undefined ? undefined : painted(issued.token)],
          ['Letter', letterInWords(issued)],
          ['Id', issued.tokenId],
          ['Role', issued.role],
          ['Person', issued.personId],
          ['Case', issued.caseId],
          ['Valid until', readable(issued.expiresAt)],
        ]),
      );
    });
  withExamples(
    issue,
    'token issue legal --email j.brandt@client.example --name "Jana Brandt" --days 90',
    'token issue engineer --case CASE --person lea',
  );
  addTokenList(token);
  const revoke = token
    .command('revoke [id]')
    .description('revoke a token at once; or all of a person, who is signed out of every browser too')
    .option('--person <person>', 'every token and session of this person, by address or id')
    .action(async (tokenId: string | undefined, _: unknown, command: Command) => {
      const { person } = optionsOf<{ person?: string }>(command);
      if ((tokenId === undefined) === (person === undefined)) throw badInput('Name one token, or use --person.');
      const { globals, session } = await workOf(command, { role: 'operator' });
      const revoked = tokenId === undefined ? await valid(session, person ?? '') : [tokenId];
      for (const id of revoked) await send(session, `/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
      const signedOut = person === undefined ? undefined : await signOut(session, person);
      show(globals.json, { revoked, ...(signedOut !== undefined && { signedOut }) }, () =>
        [
          revoked.length === 0 ? 'There is no valid token.' : `Revoked: ${revoked.join(', ')}.`,
          ...(signedOut === undefined ? [] : [`Signed out of ${signedOut.sessions} browsers.`]),
        ].join('\n'),
      );
    });
  withExamples(revoke, 'token revoke t-4k2f…', 'token revoke --person lea@vendor.example');
}

/** Whether the code is on its way, and what to do where it is not. */
function letterInWords({ letter, claimUntil }: z.infer<typeof issuedToken>): string | undefined {
  if (letter === undefined) return undefined;
  if (!letter.accepted)
    return `not sent: ${letter.message ?? letter.code ?? ''} Revoke this token, and issue it again.`;
  return `sent, with a code to claim it${claimUntil === undefined ? '' : ` until ${readable(claimUntil)}`}`;
}

const signOut = (session: Session, person: string) =>
  askJson(session, '/api/sign-out', signedOutEverywhere, { body: { person } });

/** Ids of a person's tokens that still let somebody in. */
async function valid(session: Session, person: string): Promise<string[]> {
  const { rows } = await tokensOf(session, person);
  const now = new Date().toISOString();
  return rows.filter((row) => row.revokedAt === undefined && row.expiresAt > now).map((row) => row.tokenId);
}
