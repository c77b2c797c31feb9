import type { z } from 'zod';
import { caseAt, type Work } from './act.js';
import { askJson } from './http.js';
import { isPersonId, personOf } from './issueToken.js';

/** A person argument as the API takes it: an id or an address as it is, a name looked up in the case. */
export async function personArg(work: Work, caseId: string, text: string): Promise<string> {
  if (text.includes('@') || isPersonId(text)) return text;
  return await personOf(work.session, caseId, text);
}

/** The same for an argument that may be left out. */
export const maybePerson = async (work: Work, caseId: string, text: string | undefined): Promise<string | undefined> =>
  text === undefined ? undefined : await personArg(work, caseId, text);

/** The state of a case, as far as the given shape looks at it. */
export const caseOf = async <T>(work: Work, caseId: string, shape: z.ZodType<T>): Promise<T> =>
  await askJson(work.session, caseAt(caseId), shape);
