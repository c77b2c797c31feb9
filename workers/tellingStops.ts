import type { CaseGateway } from '../api/parts.js';
import { tellUntold } from '../api/stops/tell.js';
import type { Store } from '../store/contract.js';

const EVERY_MS = 30_000;

/** Tells cases of stops that they do not know, at once and every half minute: cases that were away, that opened later, or that somebody joined; answers how to stop. */
export function startTellingStops(parts: { store: Pick<Store, 'stops'>; client: CaseGateway }): () => Promise<void> {
  // What is away is told next time.
  const tell = () => tellUntold(parts).catch(() => undefined);
  let running = tell();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = tell().finally(() => {
      isBusy = false;
    });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
