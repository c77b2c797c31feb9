import type { CommandEnvelope } from '../domain/case/commands.js';

type Sent = Pick<CommandEnvelope, 'commandId' | 'requestHash'>;

const PREFIX = 'case-';

/** Temporal's workflow id of a case; case ids are opaque and name nobody. */
export const workflowIdOf = (caseId: string): string => `${PREFIX}${caseId}`;

/** The case of a workflow id; undefined when it is not one of a case. */
export const caseIdOf = (workflowId: string): string | undefined =>
  workflowId.startsWith(PREFIX) && workflowId.length > PREFIX.length ? workflowId.slice(PREFIX.length) : undefined;

/** Digits of a request's hash in its update id: enough to tell any two contents apart that come under one command id. */
const HASH_DIGITS = 16;

/**
 * Update id of the n-th try of a command.
 *
 * 1. Temporal joins updates of one id and looks at nothing else, so other content under the same command id has an id of its own.
 * 2. A failed update answers its old failure for ever within a run, so a further try takes another.
 */
export function updateIdOf({ commandId, requestHash }: Sent, tried: number): string {
  const id = `${commandId}#${requestHash.slice(0, HASH_DIGITS)}`;
  return tried === 0 ? id : `${id}#${tried}`;
}
