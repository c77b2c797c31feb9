import { fromRef } from '../../domain/access/resources.js';
import { type LeftThing, UNSEEN_PARTS, type UnseenPart } from '../../domain/leftBehind/leftBehind.js';
import { own } from '../../domain/record.js';
import { type Account, type LeftBehind, ProviderError } from '../../providers/access/port.js';
import { answersFor, type Providers } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import type { EffectActivities } from '../contract.js';

/** What listing needs. */
export type ListLeftBehindPorts = {
  store: { people: Pick<Store['people'], 'accounts'> };
  providers: Providers;
};

/** Most things of one access that are recorded; beyond them it is said that there are more. */
const MOST = 200;

/**
 * Lists what stays on a place of somebody whose access there has ended.
 *
 * 1. What goes into the record names nobody: kinds, the provider's numbers, and the person where the provider ascribes it to their account.
 * 2. Of somebody whose account is not known by its number, everything that came in since they had access may be theirs.
 * 3. A provider at which nothing stays lists nothing; a place that cannot be seen any more lists nothing either, and says so.
 */
export function createListLeftBehind({ store, providers }: ListLeftBehindPorts): EffectActivities['listLeftBehind'] {
  return async ({ lease, person, resource, account, place, since }, { caseId }) => {
    const answer = (found: LeftThing[], unseen: UnseenPart[]) => ({
      ...{ kind: 'left-behind-listed' as const, lease, found, unseen },
    });
    try {
      const provider = answersFor(providers, resource);
      if (provider.leftBehind === undefined) return answer([], []);
      const by = await accountOf(store, caseId, { person, resource, ...(account !== undefined && { account }) });
      const found = await provider.leftBehind(place, { ...(since !== undefined && { since }), ...(by && { by }) });
      if ('gone' in found) return answer([], ['place']);
      const things = found.found.slice(0, MOST).map((one) => thingOf(one, by && { id: by.id, person }));
      const more: UnseenPart[] = found.found.length > MOST ? ['more'] : [];
      return answer(things, [...found.unseen.map(partOf), ...more]);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { code, message, retryAfterMs } = error;
      const after = retryAfterMs === undefined ? {} : { retryAfterMs };
      return { kind: 'left-behind-failed', lease, code, message, ...after };
    }
  };
}

type Whose = { person: string; resource: string; account?: string };

/** The account at the resource's provider that the access was granted to; undefined where its number is not known, as of somebody who was erased. */
async function accountOf(
  { people }: ListLeftBehindPorts['store'],
  caseId: string,
  { person, resource, account }: Whose,
): Promise<Account | undefined> {
  const told = await people.accounts(caseId, person, account);
  const found = told === 'erased' ? undefined : own(told, fromRef(resource).provider);
  return found?.id === undefined ? undefined : { id: found.id, name: found.name };
}

const thingOf = ({ kind, id, at, by }: LeftBehind, whose: { id: string; person: string } | undefined): LeftThing => ({
  kind,
  id,
  ...(at !== undefined && { at }),
  ...(by !== undefined && by.id === whose?.id && { by: whose.person }),
});

/** A part by its code; one that a newer provider names counts as more than what is known here. */
const partOf = (code: string): UnseenPart => UNSEEN_PARTS.find((part) => part === code) ?? 'more';
