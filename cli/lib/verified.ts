import { type VerifiedPage, verifiedPage } from '../../contract/ledger.js';
import type { VerifyAnswer } from '../../evidence/ledger.js';
import { CliError, EXIT } from '../exit.js';
import { askJson } from './http.js';
import { counted } from './numbers.js';
import { paint, safe, say } from './print.js';
import type { Session } from './session.js';

/** Cases a request; the API ends a page sooner where ledgers are long. */
const PAGE = 100;

/** What stands beside a whole chain and is not what it adds up to. */
export const differs = (differing: string[] = []): string =>
  `The chain is whole, but what stands beside it is not what it adds up to${differing.length === 0 ? '' : `: ${differing.join(', ')}`}.`;

/** What verifying every case came to; `rows` counts the entries of whole chains. */
type Sum = { cases: number; rows: number; broken: { caseId: string; brokenSeq?: number; message: string }[] };

/** Verifies every case and prints each broken one as it is found, then the sum; ends in exit code 1 when one is broken. */
export async function verifyAll(session: Session, json: boolean): Promise<void> {
  const sum: Sum = { cases: 0, rows: 0, broken: [] };
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const query = { limit: PAGE, cursor };
    const page: VerifiedPage = await askJson(session, '/api/ledgers/verify', verifiedPage, { query });
    for (const answer of page.rows) add(sum, answer, json);
    cursor = page.nextCursor;
  }
  say(json ? JSON.stringify(sum, null, 2) : inWords(sum));
  if (sum.broken.length > 0)
    throw new CliError(EXIT.other, 'Leave the broken cases alone and keep the database as evidence.');
}

function add(sum: Sum, answer: VerifyAnswer, quiet: boolean): void {
  sum.cases += 1;
  if (answer.ok) sum.rows += answer.rows;
  if (answer.ok && answer.stateMatches) return;
  const { caseId } = answer;
  const broken = answer.ok
    ? { caseId, message: differs(answer.differing) }
    : { caseId, brokenSeq: answer.brokenSeq, message: answer.message };
  sum.broken.push(broken);
  if (quiet) return;
  const where = broken.brokenSeq === undefined ? '' : `broken at no. ${broken.brokenSeq}: `;
  say(`${paint.red('Case')} ${safe(caseId)}: ${where}${safe(broken.message)}`);
}

function inWords({ cases, rows, broken }: Sum): string {
  const sum = `${counted(cases, 'case')}, ${counted(rows, 'row')}`;
  return broken.length === 0
    ? `${sum}, all chains verify, every stored state, list, command and person is what they say.`
    : `${sum} in whole chains, ${broken.length} broken.`;
}
