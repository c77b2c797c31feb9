import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { names, paging, text } from '../../contract/basics.js';
import { vendorCase, vendorPaper } from '../../contract/vendors.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { Api } from '../api.js';
import { vendorRecord } from '../audit/vendorRecord.js';
import { identityOf } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const listing = {
  operationId: 'ListVendors',
  tags: ['vendors'],
  summary: 'Vendors by name, with the number of their cases',
  querystring: z.strictObject(paging),
  response: {
    200: z.object({
      rows: z.array(
        z.object({
          vendor: z.string(),
          cases: z.number(),
          open: z.number().describe('Cases that are not closed.'),
          late: z.boolean(),
        }),
      ),
      nextCursor: z.string().optional(),
    }),
    ...problems(),
  },
};

const showing = {
  operationId: 'ShowVendor',
  tags: ['vendors'],
  summary:
    'A vendor’s record above its cases: outcomes, red flags, refusals, late tasks, breaches, papers still in force',
  params: z.object({ name: text(200).describe('Name of the vendor, any case.') }),
  response: {
    200: z.object({ vendor: z.string(), cases: z.array(vendorCase), papersInForce: z.array(vendorPaper), names }),
    ...problems('NotFound'),
  },
};

/** What is known of a vendor from all its cases. */
export function vendorRoutes(api: Api, { store, clock }: ApiParts): void {
  const config = { access: CLIENT_ROLES };
  api.get('/vendors', { schema: listing, config }, async (request) => {
    if (identityOf(request).caseId !== undefined) throw new Problem('Forbidden');
    return store.cases.vendors(request.query);
  });

  api.get('/vendors/:name', { schema: showing, config }, async (request) => {
    const { caseId } = identityOf(request);
    const record = await vendorRecord(store, request.params.name, clock(), caseId);
    if (record === undefined) throw new Problem('NotFound', 'There is no case with a vendor of that name.');
    return withNames(store, record);
  });
}
