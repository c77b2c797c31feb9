import type { PersonId } from '../domain/case/roles.js';
import { type AccessProvider, ProviderError } from '../providers/access/port.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities } from './contract.js';

/** What a survey needs. */
export type SurveyRepositoryPorts = {
  store: { people: Pick<Store['people'], 'find' | 'upsertUnknownAccount'> };
  provider: AccessProvider;
};

/** Lists everybody on a repository and answers, by id, those whom the case does not know there. */
export function createSurveyRepository({
  store,
  provider,
}: SurveyRepositoryPorts): EffectActivities['surveyRepository'] {
  return async ({ repository, known }) => {
    try {
      const found = await provider.list(repository);
      const accounts = await accountsOf(store, known);
      const unknownAccounts: PersonId[] = [];
      for (const { account } of found)
        if (!accounts.has(account.toLowerCase()))
          unknownAccounts.push(await store.people.upsertUnknownAccount(account));
      return { kind: 'repository-surveyed', repository, unknownAccounts: [...new Set(unknownAccounts)].sort() };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'survey-failed', repository, code: error.code, message: error.message };
    }
  };
}

/** Accounts in lower case: providers do not tell cases apart. */
async function accountsOf({ people }: SurveyRepositoryPorts['store'], ids: PersonId[]): Promise<Set<string>> {
  const records = await Promise.all(ids.map((id) => people.find(id)));
  return new Set(
    records.flatMap((one) => (one !== undefined && one !== 'erased' && one.account ? [one.account.toLowerCase()] : [])),
  );
}
