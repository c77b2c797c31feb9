const PREFIX = 'case-';

/** Temporal's workflow id of a case; case ids are opaque and name nobody. */
export const workflowIdOf = (caseId: string): string => `${PREFIX}${caseId}`;

/** The case of a workflow id; undefined when it is not one of a case. */
export const caseIdOf = (workflowId: string): string | undefined =>
  workflowId.startsWith(PREFIX) && workflowId.length > PREFIX.length ? workflowId.slice(PREFIX.length) : undefined;

/** Update id of the n-th try of a command: a failed update answers its old failure for ever within a run, so a further try takes another. */
export const updateIdOf = (commandId: string, tried: number): string =>
  tried === 0 ? commandId : `${commandId}#${tried}`;
