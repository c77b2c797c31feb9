import type { CaseState } from '../case/state.js';
import { own, put, without } from '../record.js';
import type { Approval } from './approval.js';

/** The state that remembers who asks for access: also once the request is withdrawn or lapses, until it is decided (AU-2). */
export const withAskers = (
  state: CaseState,
  { kind, subject, requesters }: Pick<Approval, 'kind' | 'subject' | 'requesters'>,
): CaseState =>
  kind === 'access' ? { ...state, accessAskers: put(state.accessAskers ?? {}, subject, requesters) } : state;

/** The state once a request for access is decided: who asked for it has had an answer. */
export function withoutAskers(state: CaseState, approval: string): CaseState {
  const { kind, subject = '' } = own(state.approvals, approval) ?? {};
  return kind === 'access' && state.accessAskers !== undefined
    ? { ...state, accessAskers: without(state.accessAskers, subject) }
    : state;
}
