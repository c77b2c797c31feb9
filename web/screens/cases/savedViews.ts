import { addressOf, type Filter, filterOf } from './filter.js';

/** A filter under a name. */
export type SavedView = { name: string; filter: Filter };

/** Views that one device keeps. */
const MOST = 20;

/** Views that come with the product. */
export const USUAL: SavedView[] = [
  { name: 'Late', filter: { late: 'true' } },
  { name: 'Open', filter: { status: 'open' } },
  { name: 'By stage', filter: { status: 'open', view: 'columns' } },
  { name: 'Closed', filter: { status: 'closed' } },
];

/** The views that were kept as text; what cannot be read is none. */
export function viewsIn(text: string | null): SavedView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((one: unknown): SavedView[] => {
      const { name, filter } = Object(one);
      return typeof name === 'string' && name !== '' ? [{ name, filter: filterOf(Object(filter)) }] : [];
    });
  } catch {
    return [];
  }
}

/** The views with one more; one of the same name is replaced. */
export const withView = (views: SavedView[], view: SavedView): SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-MOST);

/** The name of the view that is looked at; undefined for none. */
export const nameOfView = (views: SavedView[], filter: Filter): string | undefined =>
  views.find((view) => addressOf(view.filter) === addressOf(filter))?.name;
