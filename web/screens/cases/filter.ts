import { ENGAGEMENT_MODELS } from '../../../domain/case/intake.js';
import { STAGES as OF_PLAN } from '../../../domain/case/plan.js';

/** What of the list is looked at, as it stands in the address. */
export type Filter = {
  status?: string;
  stage?: string;
  model?: string;
  late?: string;
  search?: string;
  view?: 'columns';
};

/** Stages as the list names them, in their order; `active` comes after the last one. */
export const STAGES = [...OF_PLAN, 'active'] as const;
export const STATUSES = ['open', 'closing', 'closed'] as const;
export const MODELS: readonly string[] = ENGAGEMENT_MODELS;

const ALLOWED: Record<Exclude<keyof Filter, 'search'>, readonly string[]> = {
  status: STATUSES,
  stage: STAGES,
  model: MODELS,
  late: ['true'],
  view: ['columns'],
};

/** The filter of an address; what an old link says that is not known is left out. */
export function filterOf(search: Record<string, unknown>): Filter {
  const known = Object.entries(ALLOWED).flatMap(([key, values]) => {
    // The address turns `true` into a value of its own.
    const value = String(search[key] ?? '');
    return values.includes(value) ? [[key, value]] : [];
  });
  const text = typeof search.search === 'string' || typeof search.search === 'number' ? String(search.search) : '';
  return Object.fromEntries([...known, ...(text === '' ? [] : [['search', text.slice(0, 100)]])]);
}

/** The address of a filter. */
export function addressOf(filter: Filter): string {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(entries.sort(([a], [b]) => a.localeCompare(b)));
  return query.size === 0 ? '/cases' : `/cases?${query}`;
}

/** What the API is asked for: the most urgent first. */
export function askedOf({ view: _view, search = '', ...rest }: Filter): Record<string, string> {
  const text = search.trim();
  return { ...rest, ...(text !== '' && { search: text }), order: 'urgent' };
}

/** True where something is left out of the list. */
export const isNarrowed = ({ view: _view, ...rest }: Filter): boolean => Object.keys(rest).length > 0;
