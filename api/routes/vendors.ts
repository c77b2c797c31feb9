import { problems } from '../../contract/answers.js';
import { vendorPage, vendorParams, vendorQuery, vendorRecord } from '../../contract/vendors.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { Api } from '../api.js';
import { vendorRecord as recordOf } from '../audit/vendorRecord.js';
import { identityOf } from '../auth.js';
import { personIdsIn, withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const listing = {
  operationId: 'ListVendors',
  tags: ['vendors'],
  summary: 'Vendors by name, with the number of their cases',
  querystring: vendorQuery,
  response: { 200: vendorPage, ...problems() },
};

const showing = {
  operationId: 'ShowVendor',
  tags: ['vendors'],
  summary:
    'A vendor’s record above its cases: outcomes, red flags, refusals, late tasks, breaches, papers still in force',
  params: vendorParams,
  response: { 200: vendorRecord, ...problems('NotFound') },
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
    const record = await recordOf(store, request.params.name, clock(), caseId);
    if (record === undefined) throw new Problem('NotFound', 'No case has a vendor of that name.');
    return withNamesOf(store, personIdsIn(record), record);
  });
}
