import type { Certificate } from '../../contract/certificate.js';
import type { ControlView } from '../../contract/parts.js';
import type { Binding } from '../../domain/case/plan.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { openReplacements } from '../../domain/replacement/clock.js';
import { type Instant, toMs } from '../../domain/time.js';
import { wordsOf } from '../words/words.js';

/** Incidents, drills and replacements whose clocks still run. */
const runningIn = (state: CaseState): Certificate['debts']['running'] => [
  ...Object.values(state.incidents ?? {}).flatMap(({ id, drill, what, reportedAt, closedAt }) =>
    closedAt === undefined
      ? [{ kind: drill ? ('drill' as const) : ('incident' as const), id, about: what, since: reportedAt }]
      : [],
  ),
  ...openReplacements(state).map(({ id, leaver, requestedAt, due }) => ({
    kind: 'replacement' as const,
    id,
    about: leaver,
    since: requestedAt,
    due,
  })),
];

const titleOf = (key: string): string => {
  const { controlId } = parseSubjectKey(key);
  return CONTROLS[controlId]?.title ?? controlId;
};

/** Whether a control is a thing to be done by a day or again and again, and not a gate, an advice or a red flag. */
function isTracked({ kind }: Binding): boolean {
  switch (kind) {
    case 'track':
    case 'checkpoint':
    case 'meeting':
    case 'sla':
      return true;
    case 'gate':
    case 'deal-breaker':
    case 'advise':
    case 'always':
      return false;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** What a case still owes at `now`: tracked items not met, waivers in force, remedies, open red flags. */
export function debtsOf(state: CaseState, controls: ControlView[], now: Instant): Certificate['debts'] {
  const { plan, waivers, flags } = state;
  return {
    running: runningIn(state),
    tracked: controls.flatMap(({ key, id, title, person, status, binds, owner, due, missing }) => {
      const planned = plan.controls[id];
      if (planned === undefined || !isTracked(planned.binding) || (status !== 'open' && status !== 'refused'))
        return [];
      const late = due !== undefined && toMs(due) < toMs(now);
      return [{ key, title, person, status, binds, owner, due, late, missing }];
    }),
    waivers: Object.entries(waivers)
      .filter(([, { until }]) => toMs(until) > toMs(now))
      .map(([key, waiver]) => ({ key, title: titleOf(key), ...waiver })),
    remedies: Object.entries(flags).flatMap(([key, { status, remedy, until }]) =>
      status === 'remedy' && remedy !== undefined ? [{ key, title: titleOf(key), ...remedy, until }] : [],
    ),
    openFlags: Object.entries(flags).flatMap(([key, { status, reason, raisedAt }]) =>
      status === 'open' ? [{ key, title: titleOf(key), reason: wordsOf(reason), raisedAt }] : [],
    ),
  };
}
