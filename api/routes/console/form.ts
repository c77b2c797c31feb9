import { problems } from '../../../contract/answers.js';
import { caseForm, caseFormParams, caseFormQuery } from '../../../contract/console/form.js';
import type { PersonId } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { own } from '../../../domain/record.js';
import { formOf } from '../../../presentation/console/form.js';
import type { Api } from '../../api.js';
import { identityOf, READERS } from '../../auth.js';
import { caseNow } from '../../caseClock.js';
import { actorsOf } from '../../console/actors.js';
import { withNames } from '../../names.js';
import type { ApiParts } from '../../parts.js';
import { peopleOf } from '../../people.js';
import { Problem } from '../../problems.js';
import { seeCase } from '../../visibility.js';

const showing = {
  operationId: 'ShowCaseForm',
  tags: ['console'],
  summary:
    'The form of a control for this case: its questions, what the case knows already, and whom and what it can name',
  params: caseFormParams,
  querystring: caseFormQuery,
  response: { 200: caseForm, ...problems('CaseNotFound', 'UnknownControl', 'UnknownPerson') },
};

/** Whom a form is about; one that is judged for the case is about nobody. */
async function personMeant(
  { store }: ApiParts,
  state: CaseState,
  control: string,
  ref: string | undefined,
): Promise<PersonId | undefined> {
  if (ref === undefined) return undefined;
  const person = await peopleOf(store, state)(ref, 'person');
  if (own(CONTROLS, control)?.subject === 'person' && own(state.people, person) !== undefined) return person;
  const message = `${control} is not about this person.`;
  throw new Problem('UnknownPerson', message, { faults: [{ path: 'person', message }] });
}

/** Forms as the console asks them. */
export function formRoutes(api: Api, parts: ApiParts): void {
  const config = { access: READERS };
  api.get('/cases/:caseId/forms/:control', { schema: showing, config }, async (request) => {
    const identity = identityOf(request);
    const { caseId, control } = request.params;
    const { state } = await seeCase(parts.store, identity, caseId);
    const now = await caseNow(parts, state);
    const person = await personMeant(parts, state, control, request.query.person);
    const form = formOf(state, { control, ...(person !== undefined && { person }) }, actorsOf(request), now);
    if (form === undefined) throw new Problem('UnknownControl', `This case has no form of ${control} for you.`);
    const { people, ...told } = await withNames(parts.store, state, form);
    return { ...told, people: people.map((one) => ({ ...one, name: told.names[one.id] ?? '' })) };
  });
}
