import { takesAway } from '../../../domain/access/takesAway.js';
import type { CaseCommand, CommandEnvelope } from '../../../domain/case/commands.js';
import type { RecordedEvent } from '../../../domain/case/events.js';
import type { Actor } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { handle } from '../../../domain/decider/handle.js';
import type { Instant } from '../../../domain/time.js';
import type { Act } from '../domain/acts.js';
import type { Book } from '../domain/book.js';

/** A case by the rules alone, whose effects others play; what takes access away waits for an opening that is under way (ADR 11). */
export class ModelCase {
  readonly rows: RecordedEvent[];
  state: CaseState;
  #commands = 0;
  #holds = 0;
  #waiting: (() => void)[] = [];
  /** Called with each new row. */
  recorded: (row: RecordedEvent) => void = () => undefined;

  constructor(
    readonly caseId: string,
    before: Book,
    /** What people would do next, if they go on as planned. */
    readonly script: Act[],
    private readonly clock: () => Instant,
  ) {
    this.rows = [...before.rows];
    this.state = { ...before.state, caseId };
  }

  /** Decides and records; false where the record has to wait for an opening, and is made after it. */
  send(actor: Actor, command: CaseCommand): boolean {
    const commandId = `model-${++this.#commands}`;
    const envelope: CommandEnvelope = { commandId, requestHash: commandId, actor, command };
    const { entries } = handle(this.state, envelope, { now: this.clock(), runId: 'run' });
    const rows = entries.map(
      ({ actor: by, event }, i): RecordedEvent => ({
        ...{ seq: this.rows.length + 1 + i, at: this.clock(), actor: by, commandId, event },
      }),
    );
    const after = rows.reduce(evolve, this.state);
    if (this.#holds > 0 && takesAway(this.state, after)) {
      this.#waiting.push(() => this.send(actor, command));
      return false;
    }
    this.rows.push(...rows);
    this.state = after;
    for (const row of rows) this.recorded(row);
    return true;
  }

  /** Runs `open` while nothing that takes access away is recorded. */
  async hold<T>(open: (state: CaseState) => Promise<T>): Promise<T> {
    this.#holds++;
    try {
      return await open(this.state);
    } finally {
      this.#holds--;
      if (this.#holds === 0) for (const record of this.#waiting.splice(0)) record();
    }
  }
}
