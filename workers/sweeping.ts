import type { Store } from '../store/contract.js';

const EVERY_MS = 6 * 3_600_000;

/** Deletes documents that no act has named within a week and readings that are too old, at once and every six hours; answers how to stop. */
export function startSweeping({ documents, reads }: Pick<Store, 'documents' | 'reads'>): () => Promise<void> {
  // A database that is away is swept next time.
  const sweep = () => Promise.allSettled([documents.sweep(), reads.sweep()]).then(() => undefined);
  let running = sweep();
  const timer = setInterval(() => {
    running = sweep();
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
