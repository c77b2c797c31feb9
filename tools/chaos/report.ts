import type { Counts } from './counts.js';
import type { Delivered } from './mail.js';
import { ambiguousDoubles, type Faults } from './oracle.js';
import type { Change } from './provider.js';
import type { Traffic } from './sender.js';

/** What a run came to. */
export type RunReport = {
  seed: number;
  cases: number;
  commands: number;
  acknowledged: number;
  abandoned: number;
  ledgerRows: number;
  letters: number;
  ambiguousDoubles: number;
  /** Openings and removals that the provider carried out. */
  accessGiven: number;
  accessTaken: number;
  /** From the last fault until every case had come to rest, seconds. */
  restAfterS: number;
  /** The most attempts that a workflow task needed. */
  taskAttempts: number;
  counts: Counts;
  providerFaults: Record<string, number>;
  mailFaults: Record<string, number>;
  faults: Faults;
  /** Where everything of a run that failed is kept. */
  evidence?: string;
};

/** What is counted after a run; `rows` is how many its ledgers have. */
type Seen = Pick<RunReport, 'restAfterS' | 'taskAttempts' | 'counts'> & {
  traffic: Traffic;
  rows: number;
  changes: Change[];
  deliveries: Delivered[];
};

/** The figures of a run. */
export function reportOf({ traffic, rows, changes, deliveries, restAfterS, taskAttempts, counts }: Seen) {
  const { sent, cases } = traffic;
  const given = changes.filter(({ is }) => is === 'opened').length;
  return {
    cases: cases.size,
    commands: sent.length,
    acknowledged: sent.filter(({ receipt }) => receipt !== undefined).length,
    abandoned: sent.filter(({ commandId }) => commandId.endsWith('abandoned')).length,
    ledgerRows: rows,
    letters: new Set(deliveries.map(({ messageId }) => messageId)).size,
    ambiguousDoubles: ambiguousDoubles(deliveries),
    accessGiven: given,
    accessTaken: changes.length - given,
    restAfterS,
    taskAttempts,
    counts,
  };
}
