import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put } from '../record.js';
import type { Replacement } from './replacement.js';

export type ReplacementEvent = Extract<
  CaseEvent,
  {
    type:
      | 'ReplacementRequested'
      | 'ReplacementHeld'
      | 'ReplacementSlaBreached'
      | 'ReplacementFulfilled'
      | 'ReplacementWithdrawn'
      | 'HandoverRecorded';
  }
>;

/** Folds the facts of replacements. */
export function evolveReplacements(state: CaseState, event: ReplacementEvent, { at }: RecordedEvent): CaseState {
  const replacements = state.replacements ?? {};
  const set = (f: (r: Replacement) => Replacement): CaseState => ({
    ...state,
    replacements: change(replacements, event.replacement, f),
  });
  switch (event.type) {
    case 'ReplacementRequested': {
      const { replacement: id, person: leaver, forCause, terms, due, continues } = event;
      const before = continues === undefined ? undefined : replacements[continues];
      const asked: Replacement = {
        id,
        leaver,
        requestedAt: before?.requestedAt ?? at,
        forCause,
        terms,
        due,
        candidates: [],
        ...(continues === undefined ? {} : { continues }),
        ...(before?.breachedAt === undefined ? {} : { breachedAt: before.breachedAt }),
      };
      return { ...state, replacements: put(replacements, id, asked) };
    }
    case 'ReplacementHeld':
      return set(({ heldSince: _held, ...r }) => ({ ...r, due: event.due, ...(event.held ? { heldSince: at } : {}) }));
    case 'ReplacementSlaBreached': {
      // The fact names the request that was made first; whichever goes on with its clock is late.
      const late = (r: Replacement): boolean =>
        (r.id === event.replacement && r.withdrawn === undefined) || r.continues === event.replacement;
      return {
        ...state,
        replacements: Object.fromEntries(
          Object.entries(replacements).map(([id, r]) => [id, late(r) ? { ...r, breachedAt: at } : r]),
        ),
      };
    }
    case 'ReplacementFulfilled': {
      const { type: _type, replacement: _id, ...fulfilment } = event;
      return set((r) => ({ ...r, candidates: [], fulfilled: { ...fulfilment, at } }));
    }
    case 'ReplacementWithdrawn': {
      const { type: _type, replacement: _id, reason: _reason, ...credit } = event;
      return set((r) => ({ ...r, candidates: [], withdrawn: { ...credit, at } }));
    }
    case 'HandoverRecorded':
      return set((r) => ({ ...r, handedOverOn: event.form.day }));
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** The state with a person among those who are proposed for a replacement. */
export const withCandidate = (state: CaseState, replacement: string | undefined, person: string): CaseState =>
  replacement === undefined || state.replacements === undefined
    ? state
    : {
        ...state,
        replacements: change(state.replacements, replacement, (r) => ({
          ...r,
          candidates: [...new Set([...r.candidates, person])],
        })),
      };
