import { useEffect } from 'react';
import { useGo } from '../kit/Go.js';
import type { Place } from './places.js';

/** Milliseconds in which the second key of a pair is waited for. */
const PAIR_MS = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

type Keys = { onSearch(): void; onHelp(): void; places: Place[] };

/** The keys that work everywhere: Ctrl-K, `?`, and `g` with a letter for a place. */
export function useKeys({ onSearch, onHelp, places }: Keys): void {
  const go = useGo();
  useEffect(() => {
    let began = 0;
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onSearch();
        return;
      }
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') return onHelp();
      if (event.key === 'g') {
        began = Date.now();
        return;
      }
      const place = places.find(({ shortcut }) => shortcut === `g ${event.key}`);
      if (place !== undefined && Date.now() - began < PAIR_MS) go(place.to);
      began = 0;
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onSearch, onHelp, places, go]);
}

/** Moves through the rows of a list by `j` and `k` and opens one by Enter; `e` opens the first that waits. */
export function useRowKeys(
  count: number,
  active: number,
  move: (to: number) => void,
  open: (index: number) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
      if (event.key === 'j') move(Math.min(active + 1, count - 1));
      else if (event.key === 'k') move(Math.max(active - 1, 0));
      else if (event.key === 'e') open(Math.max(active, 0));
      else if (event.key === 'Enter' && active >= 0 && event.target === document.body) open(active);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [count, active, move, open]);
}
