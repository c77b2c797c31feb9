import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Flag } from '../case/state.js';
import { change, put, without } from '../record.js';
import { flagKey } from './flags.js';

export type FlagEvent = Extract<
  CaseEvent,
  {
    type:
      | 'InvoiceRecorded'
      | 'RedFlagRaised'
      | 'RedFlagCleared'
      | 'RemedyAgreed'
      | 'RemedyLapsed'
      | 'ControlWaived'
      | 'WaiverEnded';
  }
>;

/** Folds the facts of red flags, invoices and waivers. */
export function evolveFlags(state: CaseState, event: FlagEvent, { at, actor }: RecordedEvent): CaseState {
  const set = (key: string, f: (flag: Flag) => Flag): CaseState => ({ ...state, flags: change(state.flags, key, f) });
  switch (event.type) {
    case 'RedFlagRaised': {
      const flag: Flag = {
        id: event.flag,
        ...(event.person === undefined ? {} : { person: event.person }),
        status: 'open',
        raisedBy: actor.personId,
        reason: event.reason,
        raisedAt: at,
      };
      return { ...state, flags: put(state.flags, flagKey(event.flag, event.person), flag) };
    }
    case 'InvoiceRecorded': {
      const { month, billedUsd, engineers } = event;
      return { ...state, invoices: put(state.invoices ?? {}, month, { billedUsd, engineers }) };
    }
    case 'RedFlagCleared':
      return set(event.key, ({ until: _u, remedy: _r, ...f }) => ({ ...f, status: 'cleared' }));
    case 'RemedyAgreed':
      return set(event.key, (f) => ({
        ...f,
        status: 'remedy',
        until: event.until,
        remedy: { term: event.term, owner: event.owner },
      }));
    case 'RemedyLapsed':
      return set(event.key, ({ until: _u, ...f }) => ({ ...f, status: 'open' }));
    case 'ControlWaived': {
      const { until, by, reason, requestedBy } = event;
      return { ...state, waivers: put(state.waivers, event.key, { until, by, reason, requestedBy, since: at }) };
    }
    case 'WaiverEnded':
      return { ...state, waivers: without(state.waivers, event.key) };
    default: {
      const never: never = event;
      return never;
    }
  }
}
