import { randomUUID } from 'node:crypto';
import {
  type Connection,
  WithStartWorkflowOperation,
  WorkflowClient,
  type WorkflowClientInterceptor,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import type { CommandEnvelope, HumanCommand, OpenCase, StopCommand } from '../domain/case/commands.js';
import { type CommandOutcome, ID_REUSED } from '../domain/case/receipt.js';
import type { PersonId } from '../domain/case/roles.js';
import { say } from '../domain/say.js';
import type { Instant } from '../domain/time.js';
import type { Store } from '../store/contract.js';
import {
  type CaseDescription,
  type CaseInput,
  type CaseTime,
  caseTimeUpdate,
  commandUpdate,
  describeCaseQuery,
  type Look,
  lookUpdate,
} from '../workflows/contract.js';
import { CaseError } from './errors.js';
import { updateIdOf, workflowIdOf } from './ids.js';
import { recoverCase } from './recover.js';
import { fromStore, RetryBudget } from './retryBudget.js';

/** Where cases run, and how patient their senders are. */
export type CaseClientOptions = {
  connection: Connection;
  store: Pick<Store, 'commands' | 'cases' | 'ledger' | 'ping'>;
  /** Default `default`. */
  namespace?: string;
  /** Default `drawbridge`. */
  taskQueue?: string;
  /** Longest wait for an answer, milliseconds. Default 30,000. */
  waitMs?: number;
  /** History events above which a run hands over; default 180. Tests use 40. */
  rolloverEvents?: number;
  /** Bound of one workflow task, and so of the pause after a worker was killed, milliseconds. Default 2,000; longer than the longest replay. */
  workflowTaskTimeoutMs?: number;
  /** Encrypts what Temporal keeps; the same as the workers'. Left out: nothing is encrypted. */
  codec?: PayloadCodec;
  /** What sees every call with its headers, such as traces. */
  interceptors?: WorkflowClientInterceptor[];
  /** Only in a rehearsal: the case's time at the first instant of a case that is opened, asked for as it is. */
  startAt?: Instant | (() => Instant);
};

/** The only way to the cases that run. Every method throws {@link CaseError}. */
export type CaseClient = {
  /** Opens a case. The same command id gets the same case and the same receipt. Throws `CommandIdReused`, `TemporalUnavailable`, `DatabaseUnavailable`. */
  openCase(caseId: string, envelope: CommandEnvelope<OpenCase>): Promise<CommandOutcome>;
  /** Sends one command. Throws as `openCase`, and `CaseNotFound`, `CaseQuarantined`, `Malformed`. */
  send(caseId: string, envelope: CommandEnvelope<HumanCommand | StopCommand>): Promise<CommandOutcome>;
  /** Where the run stands, also of a case in quarantine. Throws `CaseNotFound`. */
  describe(caseId: string): Promise<CaseDescription>;
  /** The case's time once it is settled. Throws `CaseNotFound` when no run is open. */
  caseTime(caseId: string): Promise<CaseTime>;
  /** Starts a fresh run from the ledger, which records by whom; `force` ends an open run first. Throws `CaseNotFound`, `RunStillOpen`, `CaseQuarantined`. */
  recover(caseId: string, options: { force: boolean; by: PersonId }): Promise<void>;
  /** Puts what a look found on the record; false where the case takes nothing any more. Throws `TemporalUnavailable`. */
  tellLook(caseId: string, outcome: Look['outcome']): Promise<boolean>;
  /** Answers when Temporal does. Throws `TemporalUnavailable`. */
  ping(): Promise<void>;
};

export const DEFAULT_TASK_QUEUE = 'drawbridge';
const CALL_MS = 10_000;

/** A client of the cases of one Temporal namespace. */
export function createCaseClient(options: CaseClientOptions): CaseClient {
  const { connection, store, namespace = 'default', waitMs = 30_000, startAt } = options;
  const client = new WorkflowClient({
    connection,
    namespace,
    interceptors: options.interceptors,
    ...(options.codec !== undefined && { dataConverter: { payloadCodecs: [options.codec] } }),
  });
  const virtualStart = () =>
    startAt === undefined ? {} : { virtualNow: typeof startAt === 'function' ? startAt() : startAt };
  const budget = () => new RetryBudget(waitMs, store);

  const start = (input: CaseInput): WorkflowStartOptions<(input: CaseInput) => Promise<void>> => ({
    workflowId: workflowIdOf(input.caseId),
    taskQueue: options.taskQueue ?? DEFAULT_TASK_QUEUE,
    workflowTaskTimeout: options.workflowTaskTimeoutMs ?? 2_000,
    args: [{ ...input, ...(options.rolloverEvents !== undefined && { rolloverEvents: options.rolloverEvents }) }],
  });

  /** Tries until there is an answer; a stored one goes before any other, whichever run gave it. */
  async function deliver(
    caseId: string,
    envelope: CommandEnvelope,
    tryOnce: (updateId: string) => Promise<CommandOutcome>,
  ) {
    const bounded = budget();
    for (;;) {
      const stored = await fromStore(() => storedOutcome(store, caseId, envelope));
      if (stored !== undefined) return stored;
      try {
        return ofThisContent(
          await client.withDeadline(bounded.deadline, () => tryOnce(updateIdOf(envelope, bounded.tried))),
        );
      } catch (error) {
        if ((await bounded.after(error)) === 'absent') return withoutRun(store, caseId);
      }
    }
  }

  async function ask<T>(caseId: string, asked: () => Promise<T>): Promise<T> {
    const bounded = budget();
    for (;;) {
      try {
        return await client.withDeadline(bounded.deadline, asked);
      } catch (error) {
        if ((await bounded.after(error)) === 'absent')
          throw new CaseError('CaseNotFound', `Case ${caseId} has no open run.`);
      }
    }
  }

  return {
    openCase: (caseId, envelope) =>
      deliver(caseId, envelope, (updateId) =>
        client.executeUpdateWithStart(commandUpdate, {
          args: [envelope],
          updateId,
          startWorkflowOperation: new WithStartWorkflowOperation<(input: CaseInput) => Promise<void>>('onboardVendor', {
            ...start({ caseId, ...virtualStart() }),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ),
    send: (caseId, envelope) =>
      deliver(caseId, envelope, (updateId) =>
        client.getHandle(workflowIdOf(caseId)).executeUpdate(commandUpdate, { args: [envelope], updateId }),
      ),
    describe: (caseId) => ask(caseId, () => client.getHandle(workflowIdOf(caseId)).query(describeCaseQuery)),
    caseTime: async (caseId) => {
      const end = Date.now() + waitMs;
      for (;;) {
        const time = await ask(caseId, () => client.getHandle(workflowIdOf(caseId)).executeUpdate(caseTimeUpdate));
        if (time.settled) return time;
        if (Date.now() > end)
          throw new CaseError('TemporalUnavailable', 'The case did not settle in time. Retry later.');
      }
    },
    tellLook: (caseId, outcome) => {
      // One id for all tries: what an answer that was lost has recorded is not recorded again.
      const look = { lookId: randomUUID(), outcome };
      return ask(caseId, () => client.getHandle(workflowIdOf(caseId)).executeUpdate(lookUpdate, { args: [look] })).then(
        ({ status }) => status === 'recorded',
        unlessGone,
      );
    },
    recover: (caseId, { force, by }) =>
      recoverCase({ client, store, force, caseId }, async ({ carried, forced }) => {
        const virtual = startAt === undefined ? {} : { virtualNow: carried.settledAt };
        await client.start('onboardVendor', {
          ...start({ caseId, carried, recovery: { by, forced }, ...virtual }),
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        });
      }),
    ping: () =>
      connection
        .withDeadline(Date.now() + CALL_MS, () => connection.workflowService.describeNamespace({ namespace }))
        .then(
          () => undefined,
          () => {
            throw new CaseError(
              'TemporalUnavailable',
              'The workflow engine cannot be reached. Retry with the same key.',
            );
          },
        ),
  };
}

/** A case that has ended, or stands still since its ledger is broken, is told nothing. */
function unlessGone(error: unknown): boolean {
  if (error instanceof CaseError && ['CaseNotFound', 'CaseQuarantined'].includes(error.code)) return false;
  throw error;
}

async function storedOutcome(
  { commands }: Pick<Store, 'commands'>,
  caseId: string,
  { commandId, requestHash }: CommandEnvelope,
): Promise<CommandOutcome | undefined> {
  const stored = await commands.find(caseId, commandId);
  return stored?.requestHash === requestHash || stored === undefined ? stored?.outcome : ofThisContent(ID_REUSED);
}

/** The outcome, unless it says that the key was used before with other content: that is thrown, whoever has found it. */
function ofThisContent(outcome: CommandOutcome): CommandOutcome {
  if (outcome.status === 'refused' && outcome.code === ID_REUSED.code)
    throw new CaseError(outcome.code, 'This key was already used for a different request. Use a new key.');
  return outcome;
}

/** What to answer when the case has no open run: closed, unknown, or lost. */
async function withoutRun({ cases }: Pick<Store, 'cases'>, caseId: string): Promise<CommandOutcome> {
  const found = await fromStore(() => cases.get(caseId));
  if (found === undefined) throw new CaseError('CaseNotFound', 'Case not found, or you don’t have access to it.');
  if (found.state.status === 'closed')
    return {
      status: 'refused',
      code: 'CaseClosed',
      said: say('engine.case-closed'),
    };
  throw new CaseError(
    'TemporalUnavailable',
    'The case has no run. An operator can start one from its ledger with `drawbridge recover`.',
  );
}
