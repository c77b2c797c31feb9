import { fromRef } from '../domain/access/resources.js';
import type { PersonId } from '../domain/case/roles.js';
import { type AccessProvider, type FoundAccount, ProviderError } from '../providers/access/port.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities } from './contract.js';

/** What a survey needs. */
export type SurveyResourcePorts = {
  store: { people: Pick<Store['people'], 'told' | 'carry'> };
  provider: AccessProvider;
};

type Survey = Parameters<EffectActivities['surveyResource']>[0];

/** Lists everybody on a resource and answers, by id, those whom the case does not expect there, with what they hold; an account that is nobody's comes sealed. */
export function createSurveyResource({ store, provider }: SurveyResourcePorts): EffectActivities['surveyResource'] {
  return async (survey, { caseId }) => {
    const { resource, known } = survey;
    try {
      // The token's own account is Drawbridge's, whoever of the case is said to have that login: acting on it would put Drawbridge out.
      const found = (await provider.list(fromRef(resource).id)).filter(({ own }) => own !== true);
      const persons = await personsBy(store, caseId, survey);
      const ofCase = found.flatMap(({ account, permission }): [PersonId, string][] => {
        const id = persons.get(account.toLowerCase());
        return id === undefined || known.includes(id) ? [] : [[id, permission]];
      });
      const strangers = onceEach(found.filter(({ account }) => !persons.has(account.toLowerCase())));
      const { people } = await store.people.carry(
        caseId,
        strangers.map(({ account }) => ({ name: account, email: '', account })),
      );
      const sealed = people.map(({ personId }, i): [PersonId, string] => [
        personId,
        strangers[i]?.permission ?? 'none',
      ]);
      const permissions = Object.fromEntries([...ofCase, ...sealed]);
      const unknownAccounts = Object.keys(permissions).sort();
      return {
        kind: 'resource-surveyed',
        resource,
        unknownAccounts,
        ...(unknownAccounts.length > 0 && { permissions }),
        ...(people.length > 0 && { people }),
      };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'survey-failed', resource, code: error.code, message: error.message };
    }
  };
}

/** Each account once, in whatever case it is written, by the first that names it. */
function onceEach(found: FoundAccount[]): FoundAccount[] {
  const first = new Map<string, FoundAccount>();
  for (const one of found) first.set(one.account.toLowerCase(), first.get(one.account.toLowerCase()) ?? one);
  return [...first.values()];
}

/** The people of the case by the login in lower case that each is known by: providers do not tell cases apart. */
async function personsBy(
  { people }: SurveyResourcePorts['store'],
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
