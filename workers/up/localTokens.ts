import { SYSTEM } from '../../domain/case/roles.js';
import { DAY_MS, fromMs } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';
import { type LocalToken, readTokens, writeTokens } from '../upFiles.js';

/** Validity of the token, days. */
const DAYS = 90;
/** One that ends sooner than this is issued again at the next start, days. */
const RENEW_DAYS = 7;

/**
 * Makes sure that the data folder holds a valid token of the local operator, who has those issued that `--as` asks for; they stay while
 * they are valid. Nothing else needs a token on this machine: people sign in with a browser.
 */
export async function keepLocalTokens(store: Pick<Store, 'people' | 'tokens'>, dataDir: string): Promise<void> {
  const now = Date.now();
  const valid: LocalToken[] = [];
  for (const held of await readTokens(dataDir)) {
    const ends = Date.parse(held.expiresAt) - RENEW_DAYS * DAY_MS;
    if (ends > now && (await store.tokens.verify(held.token, fromMs(now))) !== undefined) valid.push(held);
  }
  const isHeld = valid.some((one) => one.role === 'operator' && one.caseId === undefined && one.person === undefined);
  if (!isHeld) valid.push(await issue(store, fromMs(now + DAYS * DAY_MS)));
  await writeTokens(dataDir, valid);
}

async function issue(store: Pick<Store, 'people' | 'tokens'>, expiresAt: string): Promise<LocalToken> {
  const role = 'operator';
  const personId = await store.people.ensure({ name: 'Local operator', email: 'operator@drawbridge.example' });
  const { token, tokenId } = await store.tokens.issue({
    by: SYSTEM,
    personId,
    role,
    expiresAt,
    label: `local: ${role}`,
    withoutClaim: 'Issued on one machine for whoever works at it.',
  });
  return { role, token, tokenId, expiresAt };
}
