import { refOf } from '../../../domain/access/resources.js';
import type { Resource } from '../../../domain/case/intake.js';
import { as, type Book } from './book.js';
import { atWork, formOf } from './wayToWork.js';

/** The repository that everybody of the small team works on; no owner is named for it. */
export const MODEL = 'github:meridian/eta-model';
/** A second one, which security owns. */
export const API: Resource = {
  provider: 'github',
  kind: 'repository',
  id: 'meridian/eta-api',
  personalData: false,
  owner: 'security',
};
export const API_REF = refOf(API);

/** A small team at work, with the second repository in its scope, and the use of both by some people logged. */
export function withApi(...logged: string[]): Book {
  const book = atWork();
  book.act(as('procurement'), { type: 'ChangeScope', add: [API], reason: 'Forecasts are served.' });
  const useLogs = [MODEL, API_REF].map((resource) => ({
    resource,
    where: 'https://logs.example/use',
    keptDays: 180,
    reader: 'security',
  }));
  const form = { ...formOf('DC-1'), useLogs };
  for (const person of logged) book.act(as('security'), { type: 'SubmitEvidence', control: 'DC-1', person, form });
  return book;
}
