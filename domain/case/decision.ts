import type { ErrorCode } from './errors.js';
import type { CaseEvent } from './events.js';

/** The answer of a rule to a command: facts to record with notes for the sender, or a refusal in one sentence. */
export type Decision = { events: CaseEvent[]; notes?: string[] } | Refusal;

export type Refusal = { refused: ErrorCode; message: string };

export const refuse = (code: ErrorCode, message: string): Refusal => ({ refused: code, message });

export const record = (...events: CaseEvent[]): Decision => ({ events });

export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision;
