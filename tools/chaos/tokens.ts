import { setTimeout as wait } from 'node:timers/promises';
import { SYSTEM } from '../../domain/case/roles.js';
import type { Store } from '../../store/contract.js';
import { isDatabaseUnavailable } from '../../store/errors.js';
import { STAFF } from './policy.js';

const EXPIRES_MS = 86_400_000;

/** Repeats what the database refuses while it is away. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await act();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      await wait(200);
    }
}

/** A token for each of the client's people, by role. */
export type Staff = Record<keyof typeof STAFF, string>;

/** A person, known by address, and a token to act with. */
export async function tokenFor(
  store: Store,
  email: string,
  role: keyof typeof STAFF | 'vendor-contact' | 'engineer',
  caseId?: string,
) {
  const personId = await insist(() => store.people.ensure({ name: email, email }));
  const expiresAt = new Date(Date.now() + EXPIRES_MS).toISOString();
  const { token } = await insist(() =>
    store.tokens.issue({ by: SYSTEM, personId, role, expiresAt, label: 'chaos', ...(caseId && { caseId }) }),
  );
  return { token, personId };
}

/** Tokens of the client's people. */
export async function tokensOfStaff(store: Store): Promise<Staff> {
  const of = async (role: keyof typeof STAFF) => (await tokenFor(store, STAFF[role], role)).token;
  return {
    procurement: await of('procurement'),
    'engineering-manager': await of('engineering-manager'),
    legal: await of('legal'),
    security: await of('security'),
    executive: await of('executive'),
  };
}
