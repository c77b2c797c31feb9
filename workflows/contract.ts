import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CommandEnvelope } from '../domain/case/commands.js';
import type { EffectOutcome } from '../domain/case/effects.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Instant } from '../domain/time.js';
import type { Head } from '../evidence/ledger.js';

/** What a run takes over: the fold of the ledger up to `head`, and the case's time up to which time's facts are on the record. */
export type Carried = { state: CaseState; head: Head; settledAt: Instant };

/** Input of a run of a case; plain JSON. */
export type CaseInput = {
  caseId: string;
  /** Left out by the first run, which begins before the ledger's first entry. */
  carried?: Carried;
  /** Set for the run that an operator has started from the ledger; the next one leaves it out. */
  recovery?: { by: PersonId; forced: boolean };
  /** History events above which the run hands over to a new one; default 180, at least 20. */
  rolloverEvents?: number;
  /** Only in a rehearsal: the case's time at the first instant of this run. Left out, the case's time is the machine's. */
  virtualNow?: Instant;
};

/** What a look found for a case, under an id of its own. */
export type Look = { lookId: string; outcome: Extract<EffectOutcome, { kind: 'place-looked' | 'survey-failed' }> };

/** Where a run stands; a query, so `now` is the time of its last turn. */
export type CaseDescription = {
  caseId: string;
  runId: string;
  seq: number;
  head: Head;
  status: CaseState['status'];
  now: Instant;
  nextDeadline?: Instant;
  pending: { commands: number; effects: number };
  historyEvents: number;
  rollingOver: boolean;
  /** Why the case takes no commands. */
  quarantined?: string;
};

/** The case's time once everything that is due at it is on the record and no effect is in flight. */
export type CaseTime = {
  now: Instant;
  nextDeadline?: Instant;
  seq: number;
  /** False when the run is about to hand over: ask again. */
  settled: boolean;
};

/**
 * Sends one command and answers what it came to.
 *
 * Fails with the types `CaseRollingOver` (send the same id again), `CaseQuarantined` and `Malformed`, none of which leaves a trace.
 */
export const commandUpdate = defineUpdate<CommandOutcome, [CommandEnvelope]>('command');

/**
 * Puts what a look at a place found on the record of a case, which comes to nothing where the case has gone on since. Only workers send it.
 *
 * Fails as {@link commandUpdate} does.
 */
export const lookUpdate = defineUpdate<CommandOutcome, [Look]>('look');

/** Waits until the case is settled and answers its time; for rehearsals. Fails with the type `CaseRollingOver`. */
export const caseTimeUpdate = defineUpdate<CaseTime>('caseTime');

/** Answers where the run stands; changes nothing and waits for nothing. */
export const describeCaseQuery = defineQuery<CaseDescription>('describeCase');
