import type { CaseGateway } from '../../../api/parts.js';
import type { CommandEnvelope, SystemCommand } from '../../../domain/case/commands.js';
import type { EffectOutcome } from '../../../domain/case/effects.js';
import type { ErrorCode } from '../../../domain/case/errors.js';
import type { CommandOutcome } from '../../../domain/case/receipt.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import { effectsDue } from '../../../domain/decider/effectsDue.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { handle } from '../../../domain/decider/handle.js';
import { contentHash } from '../../../domain/hash.js';
import { ACCOUNT_PROVIDERS } from '../../../domain/people/accounts.js';
import type { Instant } from '../../../domain/time.js';
import type { Store } from '../../../store/contract.js';
import { carriedBy, underIds } from '../../../workflows/engine/carried.js';

/** An error as the real client throws it: with a code of the one table. */
class Coded extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export type InlineCases = CaseGateway & {
  /** Set: every call fails with this code. */
  down?: ErrorCode;
  /** Puts the outcome of an effect into the case, as the engine does. */
  outcome(caseId: string, id: string, outcome: EffectOutcome): Promise<CommandOutcome>;
  /** Lets rules and time speak. */
  tick(caseId: string, id: string): Promise<CommandOutcome>;
};

/** Cases without Temporal: decides by the real rules and records in the real store, one command after the other. */
export function inlineCases(store: Store, now: () => Instant): InlineCases {
  const run = async (caseId: string, envelope: CommandEnvelope): Promise<CommandOutcome> => {
    if (gateway.down !== undefined) throw new Coded(gateway.down);
    const { commandId, requestHash } = envelope;
    const known = await store.commands.find(caseId, commandId);
    if (known !== undefined) {
      if (known.requestHash !== requestHash) throw new Coded('CommandIdReused');
      return known.outcome;
    }
    const found = await store.cases.get(caseId);
    const at = now();
    const { entries, outcome } = handle(found?.state ?? initialState(caseId), envelope, { now: at, runId: 'run-1' });
    if (outcome.status === 'refused' && entries.length === 0) return outcome;
    const expected = found?.head ?? { seq: 0, hash: '' };
    const carried = carriedBy(envelope);
    const input = { caseId, runId: 'run-1', expected, commandId, requestHash, at, entries, outcome, ...carried };
    const answer = await store.ledger.appendEntries(input);
    if (answer.status === 'renamed') return run(caseId, underIds(envelope, answer.ids));
    if (answer.status !== 'appended') throw new Error(`Not appended but ${answer.status}.`);
    return answer.outcome;
  };
  const byEngine = (caseId: string, commandId: string, command: SystemCommand) =>
    run(caseId, { commandId, requestHash: contentHash(command), actor: SYSTEM, command });
  /** The provider knows every name at once, under no number. */
  const identified = async (caseId: string, outcome: CommandOutcome): Promise<CommandOutcome> => {
    const found = await store.cases.get(caseId);
    const asked = found === undefined ? [] : effectsDue(found.state, now());
    for (const effect of asked)
      if (effect.kind === 'identify-account') {
        const { person, details } = effect;
        await gateway.outcome(caseId, effect.id, {
          kind: 'account-identified',
          person,
          of: details,
          details,
          providers: [...ACCOUNT_PROVIDERS],
        });
      }
    return outcome;
  };
  const gateway: InlineCases = {
    outcome: (caseId, id, outcome) => byEngine(caseId, `effect:${id}`, { type: 'ReportEffect', effectId: id, outcome }),
    tick: (caseId, id) => byEngine(caseId, `clock:${id}`, { type: 'Tick' }),
    openCase: (caseId, envelope) => run(caseId, envelope).then((outcome) => identified(caseId, outcome)),
    send: (caseId, envelope) => run(caseId, envelope).then((outcome) => identified(caseId, outcome)),
    recover: async () => {
      if (gateway.down !== undefined) throw new Coded(gateway.down);
    },
    ping: async () => {
      if (gateway.down !== undefined) throw new Coded(gateway.down);
    },
  };
  return gateway;
}
