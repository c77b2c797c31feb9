import type { RankOf } from '../../domain/access/sharedPlace.js';
import { vocabularyOf } from './vocabularies.js';

/** How much each permission of a provider gives, by its place among the provider's words; none of them is -1. */
export const ranksAt = (provider: string): RankOf => {
  const permissions = vocabularyOf(provider)?.permissions ?? [];
  return (permission) => permissions.indexOf(permission);
};
