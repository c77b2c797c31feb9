import { own } from '../../domain/record.js';
import { GITHUB } from './github/vocabulary.js';
import { MANUAL } from './manual/vocabulary.js';
import { POSTGRES } from './postgres/vocabulary.js';
import { SCIM } from './scim/vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/** Every provider that a case can name, by its name. */
export const VOCABULARIES: Record<string, Vocabulary> = Object.fromEntries(
  [GITHUB, POSTGRES, SCIM, MANUAL].map((v) => [v.id, v]),
);

/** The words of a provider; undefined where there is none of that name. */
export const vocabularyOf = (provider: string): Vocabulary | undefined => own(VOCABULARIES, provider);
