import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Flag } from '../case/state.js';
import { change, own, put, without } from '../record.js';
import { type Instant, toMs } from '../time.js';
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
      return set(event.key, ({ until: _u, remedy: _r, ...f }) => ({ ...f, status: 'cleared', clearedAt: at }));
    case 'RemedyAgreed':
      return granted(
        set(event.key, (f) => ({
          ...f,
          status: 'remedy',
          until: event.until,
          remedy: { term: event.term, owner: event.owner },
        })),
        event.key,
        at,
        event.until,
      );
    case 'RemedyLapsed':
      return set(event.key, ({ until: _u, ...f }) => ({ ...f, status: 'open' }));
    case 'ControlWaived': {
      const { until, by, reason, requestedBy } = event;
      const before = own(state.waivers, event.key)?.until;
      const from = before !== undefined && toMs(before) > toMs(at) ? before : at;
      const waivers = put(state.waivers, event.key, { until, by, reason, requestedBy, since: at });
      return granted({ ...state, waivers }, event.key, from, until);
    }
    case 'WaiverEnded':
      return { ...state, waivers: without(state.waivers, event.key) };
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Time granted for a subject is one sum, however often it was asked for. */
function granted(state: CaseState, key: string, from: Instant, until: Instant): CaseState {
  const ms = Math.max(0, toMs(until) - toMs(from));
  return { ...state, grantedMs: put(state.grantedMs ?? {}, key, (own(state.grantedMs, key) ?? 0) + ms) };
}
