import type { Payload } from '@temporalio/common';
import type { Headers, WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** The header in which a trace travels; what it holds is not looked into. */
const TRACE = '_tracer-data';

/**
 * Hands the trace of a command on to what it causes: its append, the effects after it, and what these report.
 *
 * 1. Only headers differ with and without a trace, and nothing is awaited here: the commands of a run stay the same, in the same order.
 * 2. An effect belongs to the command that was recorded last when it was started; its report goes on with the same trace.
 * 3. What a clock causes has no trace; a fresh run has forgotten all of them.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const traces = new Map<string, Payload>();
  let recorded = '';
  const record = (commandId: string) => {
    if (commandId !== recorded) traces.delete(recorded);
    recorded = commandId;
  };
  const cause = (effectId: string) => {
    const trace = traces.get(recorded);
    if (trace !== undefined) traces.set(`effect:${effectId}`, trace);
  };
  const handOn = <I extends { args: unknown[]; headers: Headers }>(input: I): I => {
    const commandId = textIn(input.args[0], 'commandId');
    const effectId = textIn(input.args[0], 'id');
    if (commandId !== undefined) record(commandId);
    else if (effectId !== undefined) cause(effectId);
    const trace = traces.get(recorded);
    return trace === undefined ? input : { ...input, headers: { ...input.headers, [TRACE]: trace } };
  };
  return {
    inbound: [
      {
        handleUpdate(input, next) {
          const commandId = textIn(input.args[0], 'commandId');
          const trace = input.headers[TRACE];
          if (commandId !== undefined && trace !== undefined) traces.set(commandId, trace);
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(handOn(input)),
        scheduleLocalActivity: (input, next) => next(handOn(input)),
      },
    ],
  };
};

const textIn = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};
