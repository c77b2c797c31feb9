import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { certificate } from '../../contract/certificate.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { certificateOf } from '../../presentation/certificate/model.js';
import { certificatePage } from '../../presentation/certificate/page.js';
import { pageHtml } from '../../presentation/page/html.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { reportInput, sendPage } from '../reportInput.js';

const about = { tags: ['report'], params: caseParams };
const json = {
  ...about,
  operationId: 'CertifyCase',
  summary: 'The day-30 certificate of a case, or a statement of where it stands while it is none',
  response: { 200: certificate, ...problems('CaseNotFound') },
};
const html = {
  ...about,
  operationId: 'PrintCertificate',
  summary: 'The day-30 certificate of a case as one HTML file',
  produces: ['text/html'],
  response: { 200: z.string(), ...problems('CaseNotFound') },
};

/** The day-30 certificate, as data and as a page. */
export function certificateRoutes(api: Api, parts: ApiParts): void {
  const config = { access: CLIENT_ROLES, noted: 'certificate' } as const;
  api.get('/cases/:caseId/certificate', { schema: json, config }, async (request) =>
    certificateOf(await reportInput(parts, identityOf(request), request.params.caseId)),
  );

  api.get('/cases/:caseId/certificate.html', { schema: html, config }, async (request, reply) => {
    const made = certificateOf(await reportInput(parts, identityOf(request), request.params.caseId));
    return sendPage(reply, pageHtml(certificatePage(made)));
  });
}
