import { problems } from '../../contract/answers.js';
import { taskPage, taskQuery } from '../../contract/tasks.js';
import { me } from '../../contract/tokens.js';
import { VENDOR_ROLES } from '../../domain/case/roles.js';
import { peopleSaid, wordsOf } from '../../presentation/words/words.js';
import type { ActingIdentity, TaskFilter } from '../../store/contract.js';
import type { Api } from '../api.js';
import { EVERYBODY, identityOf, READERS } from '../auth.js';
import { withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';

const listing = {
  operationId: 'ListTasks',
  tags: ['tasks'],
  summary: 'List open tasks; the vendor’s contact sees those of the vendor’s people, an engineer their own',
  querystring: taskQuery,
  response: { 200: taskPage, ...problems() },
};

const whoAmI = {
  operationId: 'WhoAmI',
  tags: ['sign-in'],
  summary: 'Who the token says you are',
  response: { 200: me, ...problems() },
};

/** What of the list somebody may ask for at all. */
function bounds({ role, personId, caseId }: ActingIdentity): Pick<TaskFilter, 'caseId' | 'assignee' | 'roles'> {
  if (role === 'vendor-contact') return { caseId: caseId ?? '', roles: VENDOR_ROLES };
  if (role === 'engineer') return { caseId: caseId ?? '', assignee: personId };
  return {};
}

/** Open tasks, and who one is. */
export function taskRoutes(api: Api, { store }: ApiParts): void {
  api.get('/tasks', { schema: listing, config: { access: [...READERS, 'engineer'] } }, async (request) => {
    const identity = identityOf(request);
    const { cursor, limit, assignee, ...rest } = request.query;
    const who = assignee === 'me' ? identity.personId : assignee;
    const filter = { ...rest, ...(who !== undefined && { assignee: who }), ...bounds(identity) };
    const { rows, ...page } = await store.cases.tasks(filter, { cursor, limit });
    const shown = rows.map(({ what, ...row }) => ({ ...row, title: wordsOf(what) }));
    // What a title says of people is a value of its own; an id typed into a text is none.
    const people = rows.flatMap(({ assignee, what }) => [assignee, ...peopleSaid(what)]);
    return withNamesOf(store, people, { ...page, rows: shown }, identity.caseId ?? rest.caseId);
  });

  api.get('/me', { schema: whoAmI, config: { access: EVERYBODY } }, async (request) => {
    const identity = identityOf(request);
    return withNamesOf(store, [identity.personId], identity, identity.caseId);
  });
}
