import { patched, sleep } from '@temporalio/workflow';
import type { EffectContext } from '../../activities/contract.js';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { Effect } from '../../domain/case/effects.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';
import { DAY_MS, MINUTE_MS } from '../../domain/time.js';
import type { CaseClock } from './caseClock.js';
import type { CaseLedger } from './caseLedger.js';
import { perform } from './perform.js';
import { systemCommand } from './systemCommand.js';

/** Effects of one case in flight at a time, closings apart. */
const AT_ONCE = 8;

/** What is started: all that is due, only what takes access away, or nothing. */
type Starting = 'all' | 'closings' | 'none';

/**
 * Starts what the record asks for.
 *
 * 1. Each effect is started once by its id, and only after the record that asks for it.
 * 2. Two effects on the same thing never run side by side: an opening that is late must not land after a closing.
 * 3. What became of it goes into the queue under an id of its own, so that it is on the record once.
 * 4. A closing waits for nothing else: neither for letters that hang, nor for a run that is about to hand over.
 * 5. An outcome that the rules failed on is learnt again later and later, from two minutes up to a day, under another id: the first one is answered.
 */
export class Effects {
  readonly #lanes = new Map<string, string>();
  readonly #failures = new Map<string, number>();
  #starting: Starting = 'all';

  constructor(
    private readonly ledger: CaseLedger,
    private readonly clock: CaseClock,
    private readonly caseId: string,
    private readonly report: (envelope: CommandEnvelope) => Promise<CommandOutcome>,
  ) {}

  get inFlight(): number {
    return this.#lanes.size;
  }

  /** Says what is started from now on. */
  start(what: Starting): void {
    this.#starting = what;
  }

  /** Starts every effect that is due and not started yet. */
  startDue(): void {
    const { effects, started } = this.ledger;
    for (const effect of effects) {
      const lane = laneOf(effect);
      if (!this.#mayStart(effect) || started.has(effect.id) || this.#lanes.has(lane)) continue;
      started.add(effect.id);
      this.#lanes.set(lane, effect.id);
      void this.#run(effect, lane);
    }
  }

  #mayStart(effect: Effect): boolean {
    if (effect.kind === 'converge-access' && effect.intent === 'close') return this.#starting !== 'none';
    return this.#starting === 'all' && this.#lanes.size < AT_ONCE;
  }

  #context(): EffectContext {
    return { caseId: this.caseId, caseTime: this.clock.now(), clockOffsetMs: this.clock.offsetMs };
  }

  async #run(effect: Effect, lane: string): Promise<void> {
    const outcome = await perform(effect, this.#context());
    let failed = false;
    try {
      const command = { type: 'ReportEffect', effectId: effect.id, outcome } as const;
      const answer = await this.report(systemCommand(this.#reportId(effect.id), command));
      failed = answer.status === 'refused' && answer.code === 'CommandFailed';
    } catch {
      // The case went into quarantine meanwhile, loudly.
    } finally {
      this.#lanes.delete(lane);
    }
    // Runs that failed here before this was mended wait for their rollover when they are replayed.
    if (failed && patched('effects-after-a-failure')) void this.#again(effect);
    this.startDue();
  }

  #reportId(effectId: string): string {
    return this.#failures.has(effectId) ? `effect:${effectId}:${this.ledger.head.seq}` : `effect:${effectId}`;
  }

  async #again(effect: Effect): Promise<void> {
    const failures = (this.#failures.get(effect.id) ?? 0) + 1;
    this.#failures.set(effect.id, failures);
    await sleep(Math.min(DAY_MS, MINUTE_MS * 2 ** Math.min(failures, 12)));
    // The record may ask for it no more.
    if (!this.ledger.started.delete(effect.id)) return;
    this.ledger.effects = [...this.ledger.effects, effect];
    this.startDue();
  }
}

function laneOf(effect: Effect): string {
  switch (effect.kind) {
    case 'send-mail':
      return `mail:${effect.letter.letterId}`;
    case 'converge-access':
      return `lease:${effect.lease}`;
    case 'look-at-place':
      return `resource:${effect.resource}`;
    case 'identify-place':
      return `place:${effect.resource}`;
    case 'identify-account':
      return `account:${effect.person}`;
    case 'list-left-behind':
      return `left:${effect.lease}`;
    case 'load-calendars':
    case 'recompile-plan':
      return effect.kind;
    default: {
      const never: never = effect;
      return never;
    }
  }
}
