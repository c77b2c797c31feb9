import type { AccessIntent } from '../../../domain/access/lease.js';
import type { EffectOutcome } from '../../../domain/case/effects.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { effectsDue } from '../../../domain/decider/effectsDue.js';
import { handle } from '../../../domain/decider/handle.js';
import { type Instant, MINUTE_MS, toMs } from '../../../domain/time.js';
import { as, type Book } from './book.js';
import { atWork } from './wayToWork.js';

/** What an attempt at Ada's access came to. */
export type Outcome =
  | Omit<Extract<EffectOutcome, { kind: 'access-seen' }>, 'lease' | 'intent'>
  | Omit<Extract<EffectOutcome, { kind: 'access-failed' }>, 'lease' | 'intent'>;

/** Ada's access. */
export const ADA = 'ada/github:meridian/eta-model';

let looked: Book | undefined;

/** Ada at work, with looks at her repository every day that found nothing new; the way there is played once. */
export function lookedAt(): Pick<Book, 'state' | 'now'> {
  looked ??= atWork().after(24 * 6);
  return looked;
}

/** The state once nothing but the end of Ada's access is on record. */
export function suspended({ state, now }: Pick<Book, 'state' | 'now'>): CaseState {
  const command = { type: 'SuspendAccess', person: 'ada', reason: 'Stolen laptop.' } as const;
  return handle(state, { commandId: 'suspend', requestHash: '', actor: as('security'), command }, { now, runId: 'run' })
    .state;
}

/** Takes in what an attempt at Ada's access came to, and tells what was recorded of it. */
export function reported(state: CaseState, intent: AccessIntent, outcome: Outcome, now: Instant) {
  const effectId = `access:${ADA}:${state.leases[ADA]?.attempts}:${intent}`;
  const command = { type: 'ReportEffect', effectId, outcome: { lease: ADA, intent, ...outcome } } as const;
  const envelope = { commandId: effectId, requestHash: '', actor: SYSTEM, command };
  const { entries, state: after } = handle(state, envelope, { now, runId: 'run' });
  return { state: after, facts: entries.map(({ event }) => event.type).filter((type) => type.startsWith('Acc')) };
}

/** An attempt that the provider did not answer. */
export const DOWN = {
  kind: 'access-failed',
  code: 'ProviderUnavailable',
  message: 'HTTP 503',
} as const satisfies Outcome;
/** An attempt that read no access. */
export const GONE: Outcome = { kind: 'access-seen', seen: 'absent', acted: false, providerRequests: 1 };
/** A closing that took access away. */
export const CLOSED: Outcome = { kind: 'access-seen', seen: 'absent', acted: true, providerRequests: 3 };

/** What is due for Ada at an instant. */
export const due = (state: CaseState, now: Instant): string[] =>
  effectsDue(state, now).flatMap((e) => (e.kind === 'converge-access' && e.lease === ADA ? [e.intent] : []));

/** Minutes after which attempts that fail one after the other are made again. */
export function waits(now: Instant, state: CaseState, intent: AccessIntent, times: number): number[] {
  let [at, left] = [now, state];
  return Array.from({ length: times }, () => {
    left = reported(left, intent, DOWN, at).state;
    const next = left.leases[ADA]?.nextAttemptAt ?? at;
    const minutes = (toMs(next) - toMs(at)) / MINUTE_MS;
    at = next;
    return minutes;
  });
}
