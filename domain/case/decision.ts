import type { Said } from '../say.js';
import type { ErrorCode } from './errors.js';
import type { CaseEvent } from './events.js';

/** The answer of a rule to a command: facts to record with notes for the sender, or a refusal. */
export type Decision = { events: CaseEvent[]; notes?: Said[] } | Refusal;

export type Refusal = { refused: ErrorCode; said: Said };

export const refuse = (code: ErrorCode, said: Said): Refusal => ({ refused: code, said });

export const record = (...events: CaseEvent[]): Decision => ({ events });

export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision;
