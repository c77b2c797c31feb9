import type { z } from 'zod';
import type { MadeToken, MyTokens, makeTokenBody } from '../../contract/myTokens.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import type { PersonalTokenRow } from '../../store/personalContract.js';
import type { Session } from '../../store/signInContract.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { sessionTimes } from './parts.js';

/** Said to whoever has as many tokens as one may. */
export const tooManyTokens = () => new Problem('TooManyTokens');

/** Makes a token for whoever is signed in, with the roles of their session. Throws `Malformed`, `TooManyTokens`. */
export async function makeToken(
  { store, clock, config }: ApiParts,
  { personId, grants }: Session,
  { name, scope, expiresInDays }: z.output<typeof makeTokenBody>,
): Promise<MadeToken> {
  const { tokenDays } = sessionTimes(config.signIn);
  if (expiresInDays > tokenDays) throw tooLong(tokenDays);
  const now = clock();
  const expiresAt = plusMs(now, expiresInDays * DAY_MS);
  const wanted = { personId, name, scope, grants, now, expiresAt };
  const made = await store.personalTokens.make(wanted);
  if (made === 'full') throw tooManyTokens();
  return { ...viewToken({ ...wanted, tokenId: made.tokenId, madeAt: now }), token: made.token };
}

function tooLong(days: number): Problem {
  const message = `must be at most ${days}: no token works longer here`;
  return new Problem('Malformed', `The body: \`expiresInDays\` ${message}.`, {
    faults: [{ path: 'expiresInDays', message }],
  });
}

/** A token as its person sees it. */
export function viewToken({ tokenId, name, scope, grants, madeAt, expiresAt, usedAt }: PersonalTokenRow) {
  const caseIds = [...new Set(grants.flatMap(({ caseId }) => caseId ?? []))];
  return {
    ...{ tokenId, name, scope, madeAt, expiresAt },
    roles: [...new Set(grants.map(({ role }) => role))],
    ...(caseIds.length > 0 && { caseIds }),
    ...(usedAt !== undefined && { usedAt }),
  } satisfies MyTokens['rows'][number];
}
