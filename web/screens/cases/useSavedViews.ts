import { useState } from 'react';
import { type SavedView, viewsIn, withView } from './savedViews.js';

const KEY = 'views:cases';

/** The saved views of this device. */
export function useSavedViews() {
  const [views, setViews] = useState(() => viewsIn(localStorage.getItem(KEY)));
  const keep = (next: SavedView[]) => {
    setViews(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A full or locked store: the view lasts as long as the page.
    }
  };
  return {
    views,
    save: (view: SavedView) => keep(withView(views, view)),
    remove: (name: string) => keep(views.filter((view) => view.name !== name)),
  };
}
