import type { z } from 'zod';
import { caseAt, type Work } from './act.js';
import { askJson } from './http.js';

/** The state of a case, as far as the given shape looks at it. */
export const caseOf = async <T>(work: Work, caseId: string, shape: z.ZodType<T>): Promise<T> =>
  await askJson(work.session, caseAt(caseId), shape);
