import { fromRef } from '../domain/access/resources.js';
import type { PersonId } from '../domain/case/roles.js';
import { own } from '../domain/record.js';
import { type AccessProvider, type Place, ProviderError } from '../providers/access/port.js';
import { answersFor, type Providers } from '../providers/access/registry.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities } from './contract.js';

/** What a survey needs. */
export type SurveyResourcePorts = {
  store: { people: Pick<Store['people'], 'told' | 'carry'> };
  providers: Providers;
};

type Survey = Parameters<EffectActivities['surveyResource']>[0];

/** Lists everybody on a resource and answers, by id, those whom the case does not expect there, with what they hold; an account that is nobody's comes sealed. */
export function createSurveyResource({ store, providers }: SurveyResourcePorts): EffectActivities['surveyResource'] {
  return async (survey, { caseId }) => {
    const { resource, known } = survey;
    try {
      const found = await foundOn(answersFor(providers, resource), survey.place);
      const persons = await personsBy(store, caseId, survey);
      const ofCase = found.flatMap(({ id: number, permission }): [PersonId, string][] => {
        const id = persons.get(number);
        return id === undefined || known.includes(id) ? [] : [[id, permission]];
      });
      const strangers = found.filter(({ id, isPutThere }) => isPutThere && !persons.has(id));
      const { people } = await store.people.carry(
        caseId,
        strangers.map(({ account }) => ({
          name: account,
          email: '',
          accounts: { [fromRef(resource).provider]: { name: account } },
        })),
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

type Found = { id: string; account: string; permission: string; isPutThere: boolean };

/** Everybody on a place. Who is there as one of the client's own organisation alone is the organisation's to know. */
async function foundOn(provider: AccessProvider, place: Place): Promise<Found[]> {
  const listed = await provider.list(place);
  if ('gone' in listed) throw new ProviderError('ProviderRefused', 'The place is no more.');
  return (
    listed.accounts
      // The token's own account is Drawbridge's, whoever of the case is said to have that login: acting on it would put Drawbridge out.
      .filter(({ own }) => own !== true)
      .map(({ account, permission, ways }) => ({
        ...{ id: account.id, account: account.name, permission },
        isPutThere: ways.some(({ by }) => by === 'direct' || by === 'invitation' || by === 'team'),
      }))
  );
}

/** The people of the case by the number of the account that each is known by there. */
async function personsBy(
  { people }: SurveyResourcePorts['store'],
  caseId: string,
  { logins, resource }: Survey,
): Promise<Map<string, PersonId>> {
  const told = await people.told({ caseId });
  return new Map(
    told.flatMap(({ personId, details, accounts = {} }): [string, PersonId][] => {
      const id = own(accounts, fromRef(resource).provider)?.id;
      return id !== undefined && logins[personId] === details ? [[id, personId]] : [];
    }),
  );
}
