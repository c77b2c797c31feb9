import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { story, storyQuery } from '../../contract/story.js';
import type { Api } from '../api.js';
import { identityOf, READERS } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { storyPage } from '../storyPage.js';
import { seeCase } from '../visibility.js';

const reading = {
  operationId: 'ReadStory',
  tags: ['ledger'],
  summary: 'The ledger of a case in words, oldest first, by person, control, resource, kind and time',
  params: caseParams,
  querystring: storyQuery,
  response: { 200: story, ...problems('CaseNotFound', 'UnknownPerson') },
};

/** The story of a case. */
export function storyRoutes(api: Api, { store }: ApiParts): void {
  api.get('/cases/:caseId/story', { schema: reading, config: { access: READERS, noted: 'story' } }, async (request) => {
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    return withNames(store, state, await storyPage(store, state, request.query, identityOf(request).role));
  });
}
