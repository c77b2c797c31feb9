import type { Command } from 'commander';
import { tokenList } from '../../contract/tokens.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { askJson } from '../lib/http.js';
import { safe, show, table } from '../lib/print.js';
import type { Session } from '../lib/session.js';
import { readable } from '../lib/times.js';

/** A person's tokens, by address or id. */
export const tokensOf = (session: Session, person: string) =>
  askJson(session, '/api/tokens', tokenList, { query: { person } });

/** `drawbridge token list`: who may act as a person, and who allowed it. */
export function addTokenList(token: Command): void {
  const verb = token
    .command('list <person>')
    .description('the tokens of a person, by address or id: for what, until when, and who issued each')
    .action(async (person: string, _: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { role: 'operator' });
      const found = await tokensOf(session, person);
      show(globals.json, found, () => {
        const rows = found.rows.map(
          ({ tokenId, role, scope, caseId, issuedBy, issuedAt, expiresAt, claimUntil, revokedAt }) => [
            tokenId,
            role ?? `their own, to ${scope}`,
            caseId ?? '',
            issuedAt === undefined ? '' : readable(issuedAt),
            safe(found.names[issuedBy?.personId ?? ''] ?? issuedBy?.role ?? ''),
            revokedAt !== undefined
              ? `revoked ${readable(revokedAt)}`
              : `${readable(expiresAt)}${claimUntil === undefined ? '' : ', not claimed yet'}`,
          ],
        );
        return table(['ID', 'ROLE', 'CASE', 'ISSUED', 'BY', 'VALID UNTIL'], rows);
      });
    });
  withExamples(verb, 'token list lea@vendor.example');
}
