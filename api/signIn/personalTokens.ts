import type { z } from 'zod';
import type { MadeToken, MyTokens, makeTokenBody } from '../../contract/myTokens.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import type { NotMade, PersonalTokenRow } from '../../store/personalContract.js';
import type { Session } from '../../store/signInContract.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { sessionTimes } from './parts.js';

/** Said to whoever gets no token: they have as many as one may, or were signed out while they asked. */
export const notMade = (why: NotMade): Problem => new Problem(why === 'full' ? 'TooManyTokens' : 'Unauthenticated');

/** Makes a token for whoever is signed in, with the roles of their session. Throws `Malformed`, `TooManyTokens`, `Unauthenticated`. */
export async function makeToken(
  { store, clock, config }: ApiParts,
  { sessionId }: Session,
  { name, scope, expiresInDays }: z.output<typeof makeTokenBody>,
): Promise<MadeToken> {
  const { tokenDays } = sessionTimes(config.signIn);
  if (expiresInDays > tokenDays) throw tooLong(tokenDays);
  const now = clock();
  const expiresAt = plusMs(now, expiresInDays * DAY_MS);
  const made = await store.personalTokens.make({ sessionId, name, scope, now, expiresAt });
  if (typeof made === 'string') throw notMade(made);
  const { token, ...rest } = made;
  return { ...viewToken({ ...rest, name, scope, expiresAt, madeAt: now }), token };
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
