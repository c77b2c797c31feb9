import type { PersonId } from '../domain/case/roles.js';
import { type AccessProvider, ProviderError } from '../providers/access/port.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities } from './contract.js';

/** What a survey needs. */
export type SurveyRepositoryPorts = {
  store: { people: Pick<Store['people'], 'told' | 'carry'> };
  provider: AccessProvider;
};

type Survey = Parameters<EffectActivities['surveyRepository']>[0];

/** Lists everybody on a repository and answers, by id, those whom the case does not expect there; an account that is nobody's comes sealed. */
export function createSurveyRepository({
  store,
  provider,
}: SurveyRepositoryPorts): EffectActivities['surveyRepository'] {
  return async (survey, { caseId }) => {
    const { repository, known } = survey;
    try {
      const found = await provider.list(repository);
      const persons = await personsBy(store, caseId, survey);
      const ofCase = found.flatMap(({ account }) => persons.get(account.toLowerCase()) ?? []);
      const strangers = found.filter(({ account }) => !persons.has(account.toLowerCase()));
      const { people } = await store.people.carry(
        caseId,
        strangers.map(({ account }) => ({ name: account, email: '', account })),
      );
      const unexpected = [...ofCase.filter((id) => !known.includes(id)), ...people.map(({ personId }) => personId)];
      const unknownAccounts = [...new Set(unexpected)].sort();
      return { kind: 'repository-surveyed', repository, unknownAccounts, ...(people.length > 0 && { people }) };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'survey-failed', repository, code: error.code, message: error.message };
    }
  };
}

/** The people of the case by the login in lower case that each is known by: providers do not tell cases apart. */
async function personsBy(
  { people }: SurveyRepositoryPorts['store'],
  caseId: string,
  { logins }: Survey,
): Promise<Map<string, PersonId>> {
  const told = await people.told({ caseId });
  return new Map(
    told.flatMap(({ personId, details, account }): [string, PersonId][] =>
      account !== undefined && logins[personId] === details ? [[account.toLowerCase(), personId]] : [],
    ),
  );
}
