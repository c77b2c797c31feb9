import Handlebars from 'handlebars';
import type { CostPage, ModelsPage } from '../../schemas/deciding.js';
import { costWords, modelsWords } from './pages.js';
import { DECIDING_STYLE } from './style.js';
import { COST_TEMPLATE, MODELS_TEMPLATE } from './templates.js';

const compiled = (template: string) => Handlebars.create().compile(template, { strict: true });
const models = compiled(MODELS_TEMPLATE);
const cost = compiled(COST_TEMPLATE);

/** The engagement models as one HTML file without scripts; everything that people wrote is escaped. */
export const modelsHtml = (page: ModelsPage): string => models({ ...modelsWords(page), style: DECIDING_STYLE });

/** The cost page as one HTML file without scripts. */
export const costHtml = (page: CostPage): string => cost({ ...costWords(page), style: DECIDING_STYLE });
