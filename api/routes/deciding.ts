import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { boardPage, costPage, modelsPage } from '../../contract/deciding.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { PRICE } from '../../domain/controls/engagement/priceIds.js';
import type { Instant } from '../../domain/time.js';
import { boardPageOf } from '../../presentation/deciding/board.js';
import { costPageOf, type Figures } from '../../presentation/deciding/cost.js';
import { boardHtml, costHtml, modelsHtml } from '../../presentation/deciding/html.js';
import { modelsPageOf } from '../../presentation/deciding/models.js';
import type { ActingIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { namesIn } from '../names.js';
import type { ApiParts } from '../parts.js';
import { sendPage } from '../reportInput.js';
import { seeCase } from '../visibility.js';

const describe = (operationId: string, summary: string, answer: z.ZodType, html = false) => ({
  tags: ['deciding'],
  params: caseParams,
  operationId,
  summary,
  ...(html && { produces: ['text/html'] }),
  response: { 200: answer, ...problems('CaseNotFound') },
});

/** What these pages are made of. */
type Material = { state: CaseState; now: Instant; figures: Figures; names: Record<string, string> };

/** A case read for one of the client's people, with the figures of its own policy. */
async function materialOf(parts: ApiParts, identity: ActingIdentity, caseId: string): Promise<Material> {
  const { state } = await seeCase(parts.store, identity, caseId);
  const policy = await parts.store.documents.get(caseId, state.plan.policy.hash);
  const figures = policy === undefined ? {} : parts.policy.figures(policy.bytes.toString('utf8'), PRICE);
  // Whom the pages may name: who entered the price, and those whom red flags and their reasons name.
  const names = await namesIn(parts.store, state, [state.evidence[PRICE]?.by, state.flags]);
  return { state, now: await caseNow(parts, state), figures, names };
}

const side = 'The engagement models side by side, the recommended one marked';
const price = 'What the engagement costs beside the same engineers in-house';
const ways = 'Build, outsource or hybrid, with time, cost and a recommendation';

/** A page as data and as HTML; `make` makes it of what was read for somebody who may see the case. */
type Page<T> = {
  path: string;
  id: string;
  summary: string;
  schema: z.ZodType<T>;
  make(of: Material): T;
  html(page: T): string;
};

function pageRoutes<T>(api: Api, parts: ApiParts, { path, id, summary, schema, make, html }: Page<T>): void {
  const config = { access: CLIENT_ROLES };
  const read = async (identity: ActingIdentity, caseId: string): Promise<T> =>
    make(await materialOf(parts, identity, caseId));
  api.get(
    `/cases/:caseId/${path}`,
    { schema: describe(`Show${id}`, summary, schema), config },
    async (request): Promise<T> => read(identityOf(request), request.params.caseId),
  );
  api.get(
    `/cases/:caseId/${path}.html`,
    { schema: describe(`Print${id}`, `${summary}, as one HTML file`, z.string(), true), config },
    async (request, reply) => sendPage(reply, html(await read(identityOf(request), request.params.caseId))),
  );
}

/** The pages for whoever decides on a vendor; they are the client's alone. */
export function decidingRoutes(api: Api, parts: ApiParts): void {
  pageRoutes(api, parts, {
    path: 'models',
    id: 'Models',
    summary: side,
    schema: modelsPage,
    make: ({ state, now }) => modelsPageOf(state, now),
    html: modelsHtml,
  });
  pageRoutes(api, parts, {
    path: 'cost',
    id: 'Cost',
    summary: price,
    schema: costPage,
    make: ({ state, now, figures, names }) => costPageOf(state, now, figures, names),
    html: costHtml,
  });
  pageRoutes(api, parts, {
    path: 'board',
    id: 'Board',
    summary: ways,
    schema: boardPage,
    make: ({ state, now, names }) => boardPageOf(state, now, names),
    html: boardHtml,
  });
}
