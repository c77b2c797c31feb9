import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { coverageQuery, namedCoverage, report } from '../../contract/report.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { pageHtml } from '../../presentation/page/html.js';
import { coverageOf } from '../../presentation/report/coverage.js';
import { reportOf } from '../../presentation/report/model.js';
import { reportPage } from '../../presentation/report/page.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { peopleOf } from '../people.js';
import { reportInput, rowsOf, sendPage } from '../reportInput.js';
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
  querystring: coverageQuery,
  response: { 200: namedCoverage, ...problems('CaseNotFound', 'UnknownPerson') },
};

/** The report of a case, and the question that a reviewer asks most. */
export function reportRoutes(api: Api, parts: ApiParts): void {
  const config = { access: CLIENT_ROLES, noted: 'report' } as const;
  api.get('/cases/:caseId/report', { schema: json, config }, async (request) =>
    reportOf(await reportInput(parts, identityOf(request), request.params.caseId)),
  );

  api.get('/cases/:caseId/report.html', { schema: html, config }, async (request, reply) => {
    const made = reportOf(await reportInput(parts, identityOf(request), request.params.caseId));
    return sendPage(reply, pageHtml(reportPage(made)));
  });

  api.get('/cases/:caseId/coverage', { schema: covered, config }, async (request) => {
    const { state, head } = await seeCase(parts.store, identityOf(request), request.params.caseId);
    const person = await peopleOf(parts.store, state)(request.query.person, 'person');
    const rows = await rowsOf(parts.store, state.caseId, head.seq);
    return withNames(parts.store, state, coverageOf(state, rows, person, request.query.day));
  });
}
