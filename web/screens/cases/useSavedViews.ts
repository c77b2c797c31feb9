import { useState } from 'react';
import { useSession } from '../../api/session.js';
import { type SavedView, viewsIn, withView } from './savedViews.js';

/** The saved views of a person on this device. */
export function useSavedViews() {
  const key = `views:cases:${useSession().person.id}`;
  const [views, setViews] = useState(() => viewsIn(localStorage.getItem(key)));
  const keep = (next: SavedView[]) => {
    setViews(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
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
