import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put } from '../record.js';
import type { Paper, PaperState } from './paper.js';

export type PaperEvent = Extract<
  CaseEvent,
  {
    type:
      | 'PaperDrafted'
      | 'PaperReused'
      | 'PaperSent'
      | 'PaperSigned'
      | 'PaperCameIntoForce'
      | 'PaperExpired'
      | 'PaperRevoked'
      | 'PaperSuperseded';
  }
>;

/** Folds the facts of papers. */
export function evolvePapers(state: CaseState, event: PaperEvent, { at, actor }: RecordedEvent): CaseState {
  const set = (id: string, f: (p: Paper) => Paper): CaseState => ({ ...state, papers: change(state.papers, id, f) });
  const to = (id: string, next: PaperState): CaseState => set(id, (p) => ({ ...p, state: next }));
  switch (event.type) {
    case 'PaperDrafted': {
      const paper: Paper = { ...event.paper, state: 'draft', signatures: [], registeredBy: actor.personId };
      return { ...state, papers: put(state.papers, paper.id, paper) };
    }
    case 'PaperReused': {
      // Signed, not in force: the same rule as for any other paper brings it into force, in this case and at its time.
      const paper: Paper = { ...event.paper, state: 'signed', registeredBy: actor.personId, reused: event.source };
      return { ...state, papers: put(state.papers, paper.id, paper) };
    }
    case 'PaperSent':
      return set(event.paper, (p) => ({ ...p, state: p.signers.length === 0 ? 'signed' : 'sent' }));
    case 'PaperSigned':
      return set(event.paper, (p) => ({
        ...p,
        state: event.complete ? 'signed' : p.state,
        signatures: [...p.signatures, { by: event.by, personId: actor.personId, at }],
      }));
    case 'PaperCameIntoForce':
      return set(event.paper, (p) => ({ ...p, state: 'in-force', inForceSince: at }));
    case 'PaperExpired':
      return to(event.paper, 'expired');
    case 'PaperRevoked':
      return to(event.paper, 'revoked');
    case 'PaperSuperseded':
      return to(event.paper, 'superseded');
    default: {
      const never: never = event;
      return never;
    }
  }
}
