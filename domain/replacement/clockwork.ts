import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import { type PersonId, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, localDay, plusDays } from '../clocks/businessTime.js';
import { commonDaysUntil } from '../clocks/commonDays.js';
import { isRunning } from '../clocks/pauses.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, verdictOnPath } from '../controls/judge.js';
import { lockVerdicts } from '../controls/locks.js';
import { say } from '../say.js';
import { type Instant, notAfter, toMs } from '../time.js';
import { creditAt, dueMovedBy, openReplacements, replacementsOf } from './clock.js';
import type { Replacement } from './replacement.js';

/** True for somebody who is accepted and for whom everything holds that the plan asks of a person before any access, the locks among it. */
export function mayStart(state: CaseState, id: PersonId, now: Instant): boolean {
  if (state.people[id]?.status !== 'accepted') return false;
  const asked = Object.values(state.plan.controls).filter(
    (c) => c.applies && c.binding.kind === 'gate' && CONTROLS[c.id]?.subject === 'person',
  );
  const locks = lockVerdicts(state, id, now);
  return locks.every((v) => v.holds) && asked.every((c) => verdictOnPath(state, c, now, id).holds);
}

function breach(r: Replacement, now: Instant): CaseEvent[] {
  if (r.breachedAt !== undefined || r.heldSince !== undefined || !notAfter(r.due, now)) return [];
  const { creditPercentPerDay, creditMaxPercent } = r.terms;
  return [
    {
      type: 'ReplacementSlaBreached',
      replacement: r.continues ?? r.id,
      person: r.leaver,
      due: r.due,
      creditPercentPerDay,
      creditMaxPercent,
    },
  ];
}

/** What is still asked of somebody before any access, with the role whose turn each is. */
export const turnsOn = (state: CaseState, id: PersonId, now: Instant): Role[] =>
  Object.values(state.plan.controls)
    .filter((c) => c.applies && c.binding.kind === 'gate' && CONTROLS[c.id]?.subject === 'person')
    .filter((c) => !verdictOnPath(state, c, now, id).holds)
    .flatMap((c) => {
      const found = assessNow(state, c.id, now, id);
      return found === undefined || found.status === 'met' ? [] : [found.turn];
    });

/** True while the vendor has done its part for a candidate, and what is left is for the client to do or to decide. */
const waitsForClient = (state: CaseState, r: Replacement, now: Instant): boolean =>
  r.candidates.some((id) => {
    const status = state.people[id]?.status;
    if (status !== 'proposed' && status !== 'accepted') return false;
    const turns = turnsOn(state, id, now);
    return turns.every((role) => sideOf(role) === 'client') && (turns.length > 0 || status === 'proposed');
  });

function holding(state: CaseState, r: Replacement, now: Instant): CaseEvent[] {
  const held = waitsForClient(state, r, now);
  if (held === (r.heldSince !== undefined)) return [];
  const due = r.heldSince === undefined ? r.due : dueMovedBy(state.calendars, r.due, r.heldSince, now);
  return [{ type: 'ReplacementHeld', replacement: r.id, held, due }];
}

function fulfilment(state: CaseState, r: Replacement, now: Instant): CaseEvent[] {
  const taken = replacementsOf(state).map((other) => other.fulfilled?.joiner);
  const joiner = r.candidates.find((id) => !taken.includes(id) && mayStart(state, id, now));
  if (joiner === undefined) return [];
  const { calendars } = state;
  const overlapEnds = endOfDay(calendars.client, plusDays(localDay(calendars.client, now), r.terms.overlapMaxDays));
  const fulfilled: CaseEvent = {
    type: 'ReplacementFulfilled',
    replacement: r.id,
    joiner,
    businessDays: commonDaysUntil(calendars, r.requestedAt, now),
    ...creditAt(r, calendars, now, state.intake.monthlyRateUsd),
    overlapEnds,
  };
  return [fulfilled, ...leaving(state, r, overlapEnds)];
}

/** The leaver goes at the end of the overlap at the latest. */
function leaving(state: CaseState, { id, leaver }: Replacement, overlapEnds: Instant): CaseEvent[] {
  const person = state.people[leaver];
  if (person?.status !== 'accepted' && person?.status !== 'proposed') return [];
  if (person.lastInstant !== undefined && toMs(person.lastInstant) <= toMs(overlapEnds)) return [];
  const reason = say('replacement.overlap-over', { replacement: id });
  return [{ type: 'DepartureRecorded', person: leaver, lastInstant: overlapEnds, reason }];
}

/** A replacement counts as late once its SLA has ended, and is done once one of its candidates may start (RP-1). */
export const replacementsClockwork: Clockwork = {
  name: 'replacements',
  facts: (state, now) => {
    if (!isRunning(state)) return [];
    const open = openReplacements(state);
    // Late first: whoever may start at the very end of the SLA is late.
    const late = open.flatMap((r) => breach(r, now));
    if (late.length > 0) return late;
    const turned = open.flatMap((r) => holding(state, r, now));
    if (turned.length > 0) return turned;
    // One at a time, so that nobody fills two places.
    return open.map((r) => fulfilment(state, r, now)).find((facts) => facts.length > 0) ?? [];
  },
  agenda: (state) =>
    !isRunning(state)
      ? []
      : openReplacements(state).flatMap((r) =>
          r.breachedAt === undefined && r.heldSince === undefined ? [r.due] : [],
        ),
};
