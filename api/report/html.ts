import Handlebars from 'handlebars';
import { pageOf } from './page.js';
import type { Report } from './schema.js';
import { STYLE } from './style.js';
import { TEMPLATE } from './template.js';

const render = Handlebars.create().compile(TEMPLATE, { strict: true });

/** The report as one self-contained HTML file without scripts; everything that people wrote is escaped. */
export const reportHtml = (report: Report): string => render({ ...pageOf(report), style: STYLE });
