import type { CaseClient } from '../client/caseClient.js';
import type { LedgerRow } from '../evidence/ledger.js';
import { Acts, type ActsOfPeople } from './acts.js';
import { Cast } from './cast.js';
import type { Verdict } from './expectations.js';
import { explainedAsSeen } from './explained.js';
import type { Servers } from './ground.js';
import type { Joiner } from './joiners.js';
import type { LoadedCase } from './load.js';
import type { ReachChange } from './reachLog.js';
import type { Stage } from './servers.js';

/** The case's time where it is at rest; undefined once it has ended. */
export type SettledTime = Awaited<ReturnType<CaseClient['caseTime']>> | undefined;

/** What came of one case of a rehearsal. */
export type PlayedCase = { caseId: string; rows: LedgerRow[]; cast: Cast };

/** One case of a rehearsal: who acts in it, and its record as far as it was read. */
export class CaseInPlay {
  readonly cast: Cast;
  readonly acts: ActsOfPeople;
  readonly rows: LedgerRow[] = [];
  caseId = '';
  /** The names of everybody in the rows. */
  names: Record<string, string> = {};

  constructor(
    private readonly servers: Servers,
    private readonly stage: Stage,
    private readonly loaded: LoadedCase,
    joiners: Joiner[],
    actsOf: (cast: Cast) => ActsOfPeople = (cast) => new Acts(stage, cast),
  ) {
    this.cast = new Cast(stage, loaded.caseFile, joiners);
    this.acts = actsOf(this.cast);
  }

  get played(): PlayedCase {
    return { caseId: this.caseId, rows: this.rows, cast: this.cast };
  }

  async open(): Promise<void> {
    this.caseId = await this.acts.open(this.loaded.caseText);
  }

  /** Waits until nothing is pending in the case. */
  async settle(): Promise<SettledTime> {
    return await this.stage.client.caseTime(this.caseId).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'CaseNotFound') return undefined;
      throw error;
    });
  }

  /** Reads what has come onto the record, with the names of whoever is in it. */
  async readNewRows(): Promise<LedgerRow[]> {
    const found: LedgerRow[] = [];
    for (;;) {
      const after = { afterSeq: this.rows.length, limit: 500 };
      const rows = await this.servers.store.ledger.readEntries(this.caseId, after);
      if (rows.length === 0) return found;
      const ids = new Set(JSON.stringify(rows).match(/p-[a-z0-9]{16}/g) ?? []);
      const unknown = [...ids].filter((id) => this.names[id] === undefined);
      if (unknown.length > 0)
        this.names = { ...this.names, ...(await this.servers.store.people.namesOf(unknown, this.caseId)) };
      this.rows.push(...rows);
      found.push(...rows);
    }
  }

  /** Whether the case explains of each change at the providers what they themselves know. */
  async explained(changes: ReachChange[]): Promise<Verdict[]> {
    const { token } = await this.cast.player('procurement');
    const told = await this.servers.store.people.told({ caseId: this.caseId });
    return explainedAsSeen(`${this.stage.apiUrl}/api/cases/${this.caseId}`, token, { changes, told });
  }
}
