import { ServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { PayloadError, type PayloadErrorCode } from './codec/errors.js';

/** What a failed call to a case means for whoever sent it. */
export type Reply =
  /** The case is handing over: send the same again, at once. */
  | { kind: 'again' }
  /** This try has failed for good in its run: send the same command under another update id. */
  | { kind: 'anew' }
  /** There is no open run. */
  | { kind: 'absent' }
  /** No answer in time, or no server. */
  | { kind: 'away' }
  | { kind: 'quarantined'; message: string }
  | { kind: 'malformed'; message: string }
  /** The engine's answer cannot be decrypted with the keys at hand. */
  | { kind: 'unreadable'; code: PayloadErrorCode; message: string }
  | { kind: 'unknown' };

const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const NOT_FOUND = 5;
const RESOURCE_EXHAUSTED = 8;
const FAILED_PRECONDITION = 9;
const ABORTED = 10;
const UNAVAILABLE = 14;

/** Reads a failure of the Temporal client. */
export function replyOf(error: unknown): Reply {
  const sealed = sealedIn(error);
  if (sealed !== undefined) return { kind: 'unreadable', code: sealed.code, message: sealed.message };
  if (error instanceof WorkflowUpdateFailedError) return replyOfFailure(error.cause);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'away' };
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof ServiceError || isGrpc(error)) return replyOfService(error);
  return { kind: 'unknown' };
}

function replyOfFailure(cause: Error | undefined): Reply {
  if (!(cause instanceof ApplicationFailure)) return { kind: 'anew' };
  switch (cause.type) {
    case 'CaseRollingOver':
    case 'AcceptedUpdateCompletedWorkflow':
      return { kind: 'again' };
    case 'CaseQuarantined':
      return { kind: 'quarantined', message: cause.message };
    case 'Malformed':
      return { kind: 'malformed', message: cause.message };
    case 'ValueError':
      return {
        kind: 'unreadable',
        code: 'PayloadKeyMissing',
        message: 'The workers cannot read what was sent: API and workers need the same PAYLOAD_KEYS.',
      };
    default:
      return { kind: 'anew' };
  }
}

function replyOfService(error: Error): Reply {
  const status = isGrpc(error) ? error : isGrpc(error.cause) ? error.cause : undefined;
  switch (status?.code) {
    case NOT_FOUND:
      return { kind: 'absent' };
    case FAILED_PRECONDITION:
    case ABORTED:
      return { kind: 'again' };
    case RESOURCE_EXHAUSTED:
      return /closing/i.test(status.message) ? { kind: 'again' } : { kind: 'away' };
    case CANCELLED:
    case DEADLINE_EXCEEDED:
    case UNAVAILABLE:
      return { kind: 'away' };
    default:
      return { kind: 'unknown' };
  }
}

const sealedIn = (error: unknown): PayloadError | undefined =>
  error instanceof PayloadError
    ? error
    : error instanceof Error && error.cause !== undefined
      ? sealedIn(error.cause)
      : undefined;

const isGrpc = (error: unknown): error is Error & { code: number } =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';
