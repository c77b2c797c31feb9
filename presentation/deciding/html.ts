import Handlebars from 'handlebars';
import type { Comparison } from '../../contract/comparison.js';
import type { BoardPage, CostPage, ModelsPage } from '../../contract/deciding.js';
import { boardWords } from './boardWords.js';
import { compareWords } from './compareWords.js';
import { costWords, modelsWords } from './pages.js';
import { DECIDING_STYLE } from './style.js';
import { BOARD_TEMPLATE, COMPARE_TEMPLATE, COST_TEMPLATE, MODELS_TEMPLATE } from './templates.js';

const compiled = (template: string) => Handlebars.create().compile(template, { strict: true });
const models = compiled(MODELS_TEMPLATE);
const cost = compiled(COST_TEMPLATE);
const board = compiled(BOARD_TEMPLATE);
const compare = compiled(COMPARE_TEMPLATE);

/** The engagement models as one HTML file without scripts; everything that people wrote is escaped. */
export const modelsHtml = (page: ModelsPage): string => models({ ...modelsWords(page), style: DECIDING_STYLE });

/** The cost page as one HTML file without scripts. */
export const costHtml = (page: CostPage): string => cost({ ...costWords(page), style: DECIDING_STYLE });

/** The page for the board as one HTML file without scripts, which prints on one sheet of A4. */
export const boardHtml = (page: BoardPage): string => board({ ...boardWords(page), style: DECIDING_STYLE });

/** Candidates side by side as one HTML file without scripts. */
export const compareHtml = (made: Comparison): string => compare({ ...compareWords(made), style: DECIDING_STYLE });
