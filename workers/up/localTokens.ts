import { type Role, SYSTEM } from '../../domain/case/roles.js';
import { DAY_MS, fromMs } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';
import { type LocalToken, readTokens, writeTokens } from '../upFiles.js';

/** Validity of a local token, days. */
const DAYS = 90;
/** A token that ends sooner than this is issued again at the next start, days. */
const RENEW_DAYS = 7;

/** Who looks after this machine, and who reads on it: neither is anybody in a case. */
const ROLES: readonly Role[] = ['operator', 'compliance'];

/**
 * Makes sure that the data folder holds a valid token for the local operator and for a local reader; tokens for
 * people of cases that are still valid stay. Cases are opened and acted on by the people whom their files name.
 */
export async function keepLocalTokens(store: Pick<Store, 'people' | 'tokens'>, dataDir: string): Promise<void> {
  const now = Date.now();
  const valid: LocalToken[] = [];
  for (const held of await readTokens(dataDir)) {
    const ends = Date.parse(held.expiresAt) - RENEW_DAYS * DAY_MS;
    if (ends > now && (await store.tokens.verify(held.token, fromMs(now))) !== undefined) valid.push(held);
  }
  for (const role of ROLES) {
    const held = valid.some((one) => one.role === role && one.caseId === undefined && one.person === undefined);
    if (!held) valid.push(await issue(store, role, fromMs(now + DAYS * DAY_MS)));
  }
  await writeTokens(dataDir, valid);
}

async function issue(store: Pick<Store, 'people' | 'tokens'>, role: Role, expiresAt: string): Promise<LocalToken> {
  const personId = await store.people.ensure({ name: `Local ${role}`, email: `${role}@drawbridge.example` });
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
