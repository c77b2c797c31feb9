import { type IssueToken, issuedToken } from '../../contract/tokens.js';
import type { LocalToken } from '../../workers/upFiles.js';
import { unreachable } from '../exit.js';
import { askJson } from './http.js';
import type { Session } from './session.js';

/** Validity of a token that `--as` has issued, days. */
const LOCAL_DAYS = 30;

/** Whom a token is wanted for: somebody whom a case names under the role, or a person by address. */
export type TokenWish = Pick<IssueToken, 'role' | 'caseId' | 'person' | 'email' | 'name'>;

/** Has the operator issue a token; `key` is what it is kept under. */
export async function issueToken(operator: Session, wish: TokenWish, key: TokenKey): Promise<LocalToken> {
  const body = { ...wish, expiresInDays: LOCAL_DAYS };
  const { token, tokenId, expiresAt } = await askJson(operator, '/api/tokens', issuedToken, { body });
  if (token === undefined) throw unreachable('This drawbridge sends tokens to their people by letter.');
  return { ...key, token, tokenId, expiresAt };
}

/** What a local token is found by; `person` as it was written after `--as ROLE:`. */
export type TokenKey = { role: string; caseId?: string; person?: string };
