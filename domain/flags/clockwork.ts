import { openQuestions } from '../access/accounts.js';
import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import { SYSTEM } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, subjectsOf } from '../controls/judge.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { stillRefused } from './decide.js';
import { flagKey, plannedFlags } from './flags.js';

/** A flag is raised when an answer that it is raised from is refused, or something else on the record speaks for it, unless it stands raised already. */
function raised(state: CaseState, now: Instant): CaseEvent[] {
  const facts = new Map<string, CaseEvent>();
  for (const { id, raisedFrom } of plannedFlags(state.plan))
    for (const source of raisedFrom)
      for (const person of subjectsOf(state, source)) {
        const found = assessNow(state, source, now, person);
        const key = flagKey(id, person);
        const flag = state.flags[key];
        if (found?.status !== 'refused' || (flag !== undefined && flag.status !== 'cleared') || facts.has(key))
          continue;
        const reason = say('flags.answer-refused', { control: source, reasons: found.reasons });
        facts.set(key, { type: 'RedFlagRaised', flag: id, ...(person === undefined ? {} : { person }), reason });
      }
  for (const { id } of plannedFlags(state.plan))
    for (const { person, reason } of CONTROLS[id]?.raisedBy?.(state, now) ?? []) {
      const key = flagKey(id, person);
      const flag = state.flags[key];
      if ((flag !== undefined && flag.status !== 'cleared') || facts.has(key)) continue;
      facts.set(key, { type: 'RedFlagRaised', flag: id, ...(person === undefined ? {} : { person }), reason });
    }
  return [...facts.values()];
}

/** What evidence raised, evidence clears, while nobody has decided on it; what was found at a provider or raised by a person stands until it is. */
function clearedByEvidence(state: CaseState, now: Instant): CaseEvent[] {
  return Object.entries(state.flags).flatMap(([key, flag]): CaseEvent[] => {
    const { id, person, status, raisedBy, raisedAt } = flag;
    if (status !== 'open' || raisedBy !== SYSTEM.personId || CONTROLS[id]?.standsUntilCleared?.(flag, state)) return [];
    const decided = Object.values(state.approvals).some(
      (a) => a.subject === key && a.votes.length > 0 && notAfter(raisedAt, a.askedAt),
    );
    return decided || stillRefused(state, id, person, now) !== undefined ? [] : [{ type: 'RedFlagCleared', key }];
  });
}

/** Red flags: raised by refused answers and cleared by good ones; a remedy lapses back to a stop on its date. */
export const flagsClockwork: Clockwork = {
  name: 'flags',
  facts: (state, now) => [
    ...raised(state, now),
    ...clearedByEvidence(state, now),
    ...Object.entries(state.flags).flatMap(([key, f]): CaseEvent[] =>
      f.status === 'remedy' && f.until !== undefined && notAfter(f.until, now) ? [{ type: 'RemedyLapsed', key }] : [],
    ),
  ],
  agenda: (state) => [
    ...Object.values(state.flags).flatMap((f) => (f.status === 'remedy' && f.until !== undefined ? [f.until] : [])),
    ...openQuestions(state).map(({ question }) => question.answerBy),
  ],
};

/** A waiver ends on its date. */
export const waiversClockwork: Clockwork = {
  name: 'waivers',
  facts: (state, now) =>
    Object.entries(state.waivers).flatMap(([key, w]): CaseEvent[] =>
      notAfter(w.until, now) ? [{ type: 'WaiverEnded', key }] : [],
    ),
  agenda: (state) => Object.values(state.waivers).map((w) => w.until),
};
