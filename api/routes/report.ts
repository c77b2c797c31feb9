import { z } from 'zod';
import type { LedgerRow, TokenIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { identityOf, READERS } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { ledgerRows } from '../ledgerExport.js';
import type { ApiParts } from '../parts.js';
import { peopleOf } from '../people.js';
import { coverageOf } from '../report/coverage.js';
import { reportHtml } from '../report/html.js';
import { reportOf } from '../report/model.js';
import { coverage, type Report, report } from '../report/schema.js';
import { problems } from '../schemas/answers.js';
import { caseParams, day, names, personRef } from '../schemas/basics.js';
import { personIdsIn, withNames } from '../views/names.js';
import { seeCase } from '../visibility.js';

const about = { tags: ['report'], params: caseParams };
const json = {
  ...about,
  operationId: 'ReportCase',
  summary: 'The report of a case',
  response: { 200: report, ...problems('CaseNotFound') },
};
const html = {
  ...about,
  operationId: 'PrintReport',
  summary: 'The report of a case as one HTML file',
  produces: ['text/html'],
  response: { 200: z.string(), ...problems('CaseNotFound') },
};
const covered = {
  ...about,
  operationId: 'AskCoverage',
  summary: 'Was this person covered on that day, and by what?',
  querystring: z.strictObject({ person: personRef, day }),
  response: { 200: coverage.extend({ names }), ...problems('CaseNotFound', 'UnknownPerson') },
};

async function rowsOf({ store }: ApiParts, caseId: string, headSeq: number): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledgerRows(store, caseId, headSeq)) rows.push(row);
  return rows;
}

async function makeReport(parts: ApiParts, identity: TokenIdentity, caseId: string): Promise<Report> {
  const { state, head } = await seeCase(parts.store, identity, caseId);
  const rows = await rowsOf(parts, caseId, head.seq);
  const verify = await parts.store.ledger.verify(caseId);
  const now = await caseNow(parts, state);
  const names = await parts.store.people.namesOf(personIdsIn([state, rows.map((row) => [row.actor, row.event])]));
  return reportOf({ state, rows, names, verify, now });
}

/** The report of a case, and the question that a reviewer asks most. */
export function reportRoutes(api: Api, parts: ApiParts): void {
  const config = { access: READERS };
  api.get('/cases/:caseId/report', { schema: json, config }, async (request) =>
    makeReport(parts, identityOf(request), request.params.caseId),
  );

  api.get('/cases/:caseId/report.html', { schema: html, config }, async (request, reply) => {
    const made = await makeReport(parts, identityOf(request), request.params.caseId);
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return reply.type('text/html; charset=utf-8').serializer(String).send(reportHtml(made));
  });

  api.get('/cases/:caseId/coverage', { schema: covered, config }, async (request) => {
    const { state, head } = await seeCase(parts.store, identityOf(request), request.params.caseId);
    const person = await peopleOf(parts.store, state)(request.query.person, 'person');
    const rows = await rowsOf(parts, state.caseId, head.seq);
    return withNames(parts.store, coverageOf(state, rows, person, request.query.day));
  });
}
