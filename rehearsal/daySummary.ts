import pc from 'picocolors';
import type { CaseEvent } from '../domain/case/events.js';
import { STAGES, type StageId } from '../domain/case/plan.js';

/** Where a case stands, gathered from its facts as they come: for the line at the end of each day. */
export class DaySummary {
  readonly #gates = new Set<StageId>();
  readonly #access = new Set<string>();
  #turn = 'nobody';
  #letters = 0;
  #failures = 0;

  note(event: CaseEvent): void {
    if (event.type === 'StageCompleted') this.#gates.add(event.stage);
    if (event.type === 'StageReopened') this.#gates.delete(event.stage);
    if (event.type === 'AccessOpened') this.#access.add(event.lease);
    if (event.type === 'AccessWithdrawn') this.#access.delete(event.lease);
    if (event.type === 'PendingPartyChanged') this.#turn = event.to;
    if (event.type === 'LetterAccepted') this.#letters++;
    if (event.type === 'LetterFailed') this.#failures++;
  }

  /** The day in one line: gates open, access held, whose turn, letters; the counts of letters start again. */
  line(): string {
    const gates = STAGES.map((s) => (this.#gates.has(s) ? pc.green('■') : '□')).join('');
    const failed = this.#failures === 0 ? '' : pc.red(`, ${this.#failures} not taken`);
    const mail = this.#letters + this.#failures === 0 ? '' : `   ✉ ${this.#letters}${failed}`;
    const turn =
      this.#turn === 'nobody'
        ? 'no open tasks'
        : `waiting for ${this.#turn === 'both' ? 'both sides' : `the ${this.#turn}`}`;
    this.#letters = 0;
    this.#failures = 0;
    return `    ${pc.dim('gates')} ${gates}   ${pc.dim('access')} ${this.#access.size}   ${pc.dim(turn)}${mail}`;
  }
}
