import type { LedgerRow } from '../evidence/ledger.js';
import type { Verdict } from './expectations.js';

/** No shortcut past the real parts: every row names a run of the real engine, and access was asked of a real provider. */
export function provenReal(rows: LedgerRow[], providerRequests: number): Verdict[] {
  const runs = rows.every((r) => /^[0-9a-f-]{36}$/.test(r.runId));
  const engine: Verdict = {
    met: runs,
    expected: "every row of the ledger names Temporal's run",
    found: runs ? 'it does' : 'some do not',
  };
  if (!rows.some((r) => r.event.type === 'AccessGranted')) return [engine];
  const asked = {
    met: providerRequests > 0,
    expected: 'the provider was asked',
    found: `${providerRequests} requests`,
  };
  return [engine, asked];
}
