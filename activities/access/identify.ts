import { fromRef } from '../../domain/access/resources.js';
import type { Accounts } from '../../domain/people/accounts.js';
import { ProviderError } from '../../providers/access/port.js';
import { answersFor, type Providers } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import type { EffectActivities } from '../contract.js';

/** What asking a provider for a name needs. */
export type IdentifyPorts = {
  store: { people: Pick<Store['people'], 'accounts' | 'carryCorrection'> };
  providers: Providers;
};

/** Asks a provider for the place of the name that a case gives it; from then on it is known by its id. */
export function createIdentifyPlace({ providers }: IdentifyPorts): EffectActivities['identifyPlace'] {
  return async ({ resource }) => {
    try {
      const place = await answersFor(providers, resource).identifyPlace(fromRef(resource).id);
      return place === undefined ? { kind: 'place-unknown', resource } : { kind: 'place-identified', resource, place };
    } catch (error) {
      return { kind: 'identify-failed', resource, ...whyNot(error) };
    }
  };
}

/** Asks each provider for the account there that was told of a person; what is told from then on has their numbers, sealed as the rest. */
export function createIdentifyAccount({ store, providers }: IdentifyPorts): EffectActivities['identifyAccount'] {
  return async ({ person, details }, { caseId }) => {
    const about = { person, of: details };
    const told = await store.people.accounts(caseId, person, details);
    if (told === 'erased') return { kind: 'account-unknown', ...about, providers: [] };
    const named = Object.keys(told);
    // Nobody has to have an account: some places are opened by hand alone.
    if (named.length === 0) return { kind: 'account-identified', ...about, details, providers: [] };
    try {
      const accounts = await foundOf(providers, told);
      const unknown = named.filter((provider) => accounts[provider] === undefined);
      if (unknown.length > 0) return { kind: 'account-unknown', ...about, providers: unknown };
      const carried = await store.people.carryCorrection(caseId, { of: person, by: person }, { accounts });
      const { details: next } = carried.person;
      return { kind: 'account-identified', ...about, details: next, providers: named, people: [carried.person] };
    } catch (error) {
      return { kind: 'identify-failed', person, ...whyNot(error) };
    }
  };
}

/** Those of the accounts that their providers know, by their ids and the names that they go by there. */
async function foundOf(providers: Providers, told: Accounts): Promise<Accounts> {
  const found: Accounts = {};
  for (const [provider, { name }] of Object.entries(told)) {
    const account = await providers(provider).identifyAccount(name);
    if (account !== undefined) found[provider] = account;
  }
  return found;
}

function whyNot(error: unknown): { code: string; message: string; retryAfterMs?: number } {
  if (!(error instanceof ProviderError)) throw error;
  const { code, message, retryAfterMs } = error;
  return { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
