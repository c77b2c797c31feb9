import { sql } from 'kysely';
import { ERRORS } from '../domain/case/errors.js';
import type { RecordedEvent } from '../domain/case/events.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Instant } from '../domain/time.js';
import { type ChainRow, micros, NO_HEAD } from '../evidence/chain.js';
import { macOf, parseOutcome } from './commands.js';
import type { Database } from './connect.js';
import type { Keyring } from './secrets.js';
import { inMicros } from './times.js';

/** What a command has in the ledger: its entries stand one after the other. */
type Written = {
  commandId: string;
  seq: number;
  hash: string;
  at: Instant;
  /** UTC to the microsecond. */
  recordedAt: string;
  events: RecordedEvent['event'][];
};

type Row = {
  command_id: string;
  request_hash: string;
  outcome: string;
  recorded: string;
  mac: Buffer | null;
};

/** Rows of commands without entries that are read at a time. */
const BATCH = 500;
/** Ids that are told; more would not be read. */
const TOLD = 20;
/** The migration since which rows have a keyed hash. */
const MACS = '0007_command_macs';

/**
 * Compares what is kept of commands, from which a repetition is answered, with the ledger.
 *
 * 1. Every command in the ledger is kept, and its receipt is its last entry.
 * 2. What is kept as recorded names facts among those entries; a refusal on the record is kept as that refusal.
 * 3. A command without entries claims none: it was refused off the record, or changed nothing.
 * 4. A row says what it said when it was written, by a keyed hash; rows older than that hash are held to 1. to 3. alone.
 */
export class CommandsCheck {
  #open: Written | undefined;
  #done: Written[] = [];
  readonly #wrong = new Set<string>();
  #since: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly keys: Keyring,
    private readonly caseId: string,
  ) {}

  /** The next entry of the chain, which holds. */
  take({ seq, at, commandId, event }: RecordedEvent, { hash, recordedAt }: ChainRow): void {
    const before = this.#open;
    if (before !== undefined && before.commandId !== commandId) this.#done.push(before);
    const events = before?.commandId === commandId ? [...before.events, event] : [event];
    this.#open = { commandId, seq, hash, at, recordedAt, events };
  }

  /** Compares the commands whose entries were all taken. */
  async compare(): Promise<void> {
    const done = this.#done;
    this.#done = [];
    if (done.length === 0) return;
    const rows = await this.rows()
      .where(
        'command_id',
        'in',
        done.map(({ commandId }) => commandId),
      )
      .execute();
    const kept = new Map(rows.map((row) => [row.command_id, row]));
    const since = await this.macsSince();
    for (const written of done) {
      const row = kept.get(written.commandId);
      if (row === undefined || !this.isAsWritten(row, written.recordedAt, since) || !agrees(outcomeIn(row), written))
        this.#wrong.add(written.commandId);
    }
  }

  /** Ids of commands whose row is not what the ledger says, each as `commands <id>`. */
  async differing(): Promise<string[]> {
    if (this.#open !== undefined) this.#done.push(this.#open);
    this.#open = undefined;
    await this.compare();
    await this.compareOthers();
    return [...this.#wrong]
      .sort()
      .slice(0, TOLD)
      .map((id) => `commands ${id}`);
  }

  private rows() {
    return this.db
      .selectFrom('commands')
      .select(['command_id', 'request_hash', 'outcome', 'mac', inMicros('recorded_at').as('recorded')])
      .where('case_id', '=', this.caseId);
  }

  /** Rows of commands that have nothing in the ledger. */
  private async compareOthers(): Promise<void> {
    const since = await this.macsSince();
    for (let after = ''; ; ) {
      const rows = await this.rows()
        .where('command_id', '>', after)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('ledger')
                .select('seq')
                .whereRef('ledger.case_id', '=', 'commands.case_id')
                .whereRef('ledger.command_id', '=', 'commands.command_id'),
            ),
          ),
        )
        .orderBy('command_id')
        .limit(BATCH)
        .execute();
      const heads = await this.hashes(rows.flatMap((row) => receiptOf(outcomeIn(row))?.seq ?? []));
      for (const row of rows)
        if (!this.isAsWritten(row, row.recorded, since) || !claimsNothing(outcomeIn(row), heads))
          this.#wrong.add(row.command_id);
      const last = rows.at(-1);
      if (rows.length < BATCH || last === undefined) return;
      after = last.command_id;
    }
  }

  private async hashes(seqs: number[]): Promise<Map<number, string>> {
    const query = this.db.selectFrom('ledger').select(['seq', 'hash']).where('case_id', '=', this.caseId);
    const rows = seqs.length === 0 ? [] : await query.where('seq', 'in', seqs).execute();
    return new Map([[NO_HEAD.seq, NO_HEAD.hash], ...rows.map(({ seq, hash }) => [seq, hash] as const)]);
  }

  /** `recordedAt`: when it was, as the chain says where there is an entry of it. */
  private isAsWritten(row: Row, recordedAt: string, since: string): boolean {
    const { command_id: commandId, request_hash: requestHash, outcome, mac } = row;
    if (mac === null) return recordedAt < since;
    const said = { caseId: this.caseId, commandId, requestHash, outcome, recordedAt: row.recorded };
    return macOf(this.keys, said).equals(mac);
  }

  /** When the schema began to have keyed hashes here, to the microsecond. */
  private async macsSince(): Promise<string> {
    this.#since ??= sql<{ timestamp: string }>`select timestamp from kysely_migration where name = ${MACS}`
      .execute(this.db)
      .then(({ rows }) => micros(rows[0]?.timestamp ?? ''));
    return await this.#since;
  }
}

const outcomeIn = ({ outcome }: Row): CommandOutcome | undefined => {
  try {
    return parseOutcome(outcome);
  } catch {
    // Somebody else has written it.
    return undefined;
  }
};
const receiptOf = (outcome: CommandOutcome | undefined) => outcome?.receipt;

function agrees(outcome: CommandOutcome | undefined, { seq, hash, at, events }: Written): boolean {
  const receipt = receiptOf(outcome);
  if (outcome === undefined || receipt?.seq !== seq || receipt.hash !== hash || receipt.at !== at) return false;
  const refusals = events.flatMap((event) => (event.type === 'DecisionRefused' ? [event.code] : []));
  if (outcome.status === 'refused')
    return refusals.length > 0
      ? refusals.includes(outcome.code)
      : outcome.code === 'CommandFailed' || !ERRORS[outcome.code].recorded;
  const told = [...outcome.events];
  for (const { type } of events) if (type === told[0]) told.shift();
  return told.length === 0 && (refusals.length === 0 || outcome.events.includes('DecisionRefused'));
}

function claimsNothing(outcome: CommandOutcome | undefined, heads: ReadonlyMap<number, string>): boolean {
  if (outcome === undefined) return false;
  if (outcome.status === 'refused') return outcome.receipt === undefined;
  return outcome.events.length === 0 && heads.get(outcome.receipt.seq) === outcome.receipt.hash;
}
