import { CLIENT_ROLES, type Role } from '../../domain/case/roles.js';
import { DAY_MS, fromMs } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';
import { type LocalToken, readTokens, writeTokens } from '../upFiles.js';

/** Validity of a demonstration token, days. */
const DAYS = 90;
/** A token that ends sooner than this is issued anew at the next start, days. */
const RENEW_DAYS = 7;

const ROLES: readonly Role[] = [...CLIENT_ROLES, 'operator'];

/**
 * Makes sure that the data folder holds a valid token for the operator and for every client role, each bound to a
 * demonstration person; tokens for people of cases that are still valid stay.
 */
export async function keepDemoTokens(store: Pick<Store, 'people' | 'tokens'>, dataDir: string): Promise<void> {
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
  const words = role.replace('-', ' ');
  const personId = await store.people.upsert({ name: `Demo ${words}`, email: `${role}@drawbridge.example` });
  const { token, tokenId } = await store.tokens.issue({ personId, role, expiresAt, label: `demonstration: ${role}` });
  return { role, token, tokenId, expiresAt };
}
