import Handlebars from 'handlebars';
import type { Certificate } from '../../contract/certificate.js';
import type { Report } from '../../contract/report.js';
import { certificatePageOf } from '../certificate/page.js';
import { CERTIFICATE_TEMPLATE } from '../certificate/template.js';
import { pageOf } from './page.js';
import { STYLE } from './style.js';
import { TEMPLATE } from './template.js';

const compiled = (template: string) => Handlebars.create().compile(template, { strict: true });
const render = compiled(TEMPLATE);
const renderCertificate = compiled(CERTIFICATE_TEMPLATE);

/** The report as one self-contained HTML file without scripts; everything that people wrote is escaped. */
export const reportHtml = (report: Report): string => render({ ...pageOf(report), style: STYLE });

/** The certificate, or the statement in its place, as one self-contained HTML file without scripts. */
export const certificateHtml = (certificate: Certificate): string =>
  renderCertificate({ ...certificatePageOf(certificate), style: STYLE });
