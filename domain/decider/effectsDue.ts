import { identifications } from '../access/identifications.js';
import { placeRows } from '../access/placeRows.js';
import { accessEffectId, leaseWork } from '../access/schedule.js';
import type { CalendarRequest, Effect } from '../case/effects.js';
import type { CaseState } from '../case/state.js';
import { daysBetween, localDay } from '../clocks/businessTime.js';
import { contentHash } from '../hash.js';
import { listings } from '../leftBehind/listings.js';
import { own } from '../record.js';
import { looksForRemoval } from '../tasks/accountTasks.js';
import { DAY_MS, type Day, earliest, type Instant, notAfter, plusMs } from '../time.js';

/** Days of calendar that are computed at a time, and days left at which the next stretch is computed. */
const CALENDAR_DAYS = 400;
const CALENDAR_SHORT_DAYS = 120;

/** An effect with the instant from which it is due. */
type Dated = { at: Instant; effect: (now: Instant) => Effect };

const letters = (state: CaseState): Dated[] =>
  Object.values(state.letters).map(({ attempts, nextAttemptAt, ...letter }) => ({
    at: nextAttemptAt,
    effect: () => ({ id: `mail:${letter.letterId}:${attempts}`, kind: 'send-mail', letter }),
  }));

const accesses = (state: CaseState): Dated[] =>
  Object.values(state.leases).flatMap((lease): Dated[] => {
    const work = leaseWork(state, lease);
    const place = own(state.places, lease.resource)?.place;
    // Nothing is asked about a place that nobody has found yet.
    if (work === undefined || place === undefined) return [];
    const { id, person, resource, permission, account, notAfter: until } = lease;
    return [
      {
        at: work.at,
        effect: (now) => ({
          id: accessEffectId(id, lease.attempts, work.intent),
          kind: 'converge-access',
          lease: id,
          person,
          resource,
          permission,
          intent: work.intent,
          attempts: lease.attempts,
          ...(work.intent === 'open' && (lease.wasThere || lease.seen === 'present') ? { wasThere: true } : {}),
          ...(account === undefined ? {} : { account }),
          place,
          decidedAt: now,
          ...(until === undefined ? {} : { notAfter: until }),
        }),
      },
    ];
  });

const asked = (state: CaseState): Dated[] =>
  [...identifications(state), ...listings(state)].map(({ at, effect }) => ({ at, effect: () => effect }));

/** Looks that somebody's act asks for, at once or at a time of its own. All others are made at the place by themselves, for all cases. */
const looks = (state: CaseState): Dated[] =>
  state.status !== 'open'
    ? []
    : placeRows(state).flatMap(({ resource, placeId, name, since }): Dated[] => {
        const survey = own(state.surveys, resource);
        const removed = looksForRemoval(state, resource).filter((look) => !notAfter(look, survey?.at ?? since));
        const at = survey?.nextAttemptAt ?? earliest(removed);
        if (at === undefined) return [];
        const id = `look:${resource}:${survey?.at ?? 'first'}:${survey?.attempts ?? 0}`;
        return [{ at, effect: () => ({ id, kind: 'look-at-place', resource, place: { id: placeId, name } }) }];
      });

const request = (
  party: { timeZone: string; holidays: string },
  daysOff: readonly Day[] | undefined,
  now: Instant,
): CalendarRequest => ({
  timeZone: party.timeZone,
  holidays: party.holidays,
  // Windows that began before now are still asked about.
  from: plusMs(now, -40 * DAY_MS).slice(0, 10),
  days: CALENDAR_DAYS,
  ...(daysOff === undefined ? {} : { daysOff: [...daysOff] }),
});

const calendars = (state: CaseState, now: Instant): Dated[] => {
  const { through } = state.calendars.client;
  const short = daysBetween(localDay(state.calendars.client, now), through) < CALENDAR_SHORT_DAYS;
  const { attempts, nextAttemptAt } = state.calendarAttempts;
  const { client, vendor } = state.intake;
  const effect = (at: Instant): Effect => ({
    id: `calendars:${through}:${attempts}`,
    kind: 'load-calendars',
    client: request(client, state.plan.daysOff?.client, at),
    vendor: request(vendor, state.plan.daysOff?.vendor, at),
  });
  return [
    {
      at: short ? (nextAttemptAt ?? now) : plusMs(`${through}T00:00:00.000Z`, -(CALENDAR_SHORT_DAYS - 1) * DAY_MS),
      effect,
    },
  ];
};

const replans = (state: CaseState): Dated[] => {
  if (state.replan === undefined) return [];
  const { model, intake, policy, attempts, nextAttemptAt } = state.replan;
  const scope = intake === undefined ? '' : `:${contentHash(intake).slice(0, 12)}`;
  const under = policy === undefined ? '' : `:${policy.approval}`;
  return [
    {
      at: nextAttemptAt,
      effect: () => ({
        // A case can come back to a model, scope or policy; the instant tells the requests apart.
        id: `replan:${state.plan.hash.slice(0, 12)}:${model}${scope}${under}:${nextAttemptAt}:${attempts}`,
        kind: 'recompile-plan',
        model,
        ...(intake === undefined ? {} : { intake }),
        ...(policy === undefined ? {} : { policy: policy.hash }),
      }),
    },
  ];
};

/** A closed case still writes letters: of a breach that was found after its end. */
const dated = (state: CaseState, now: Instant): Dated[] =>
  state.status === 'new' || state.status === 'closed'
    ? letters(state)
    : [
        ...asked(state),
        ...accesses(state),
        ...replans(state),
        ...looks(state),
        ...letters(state),
        ...calendars(state, now),
      ];

/** The effects that the record asks for at `now`; the id is stable for each attempt. */
export const effectsDue = (state: CaseState, now: Instant): Effect[] =>
  dated(state, now).flatMap((d) => (notAfter(d.at, now) ? [d.effect(now)] : []));

/** Instants from which effects are due; those that lie behind are being worked on. */
export const effectInstants = (state: CaseState, now: Instant): Instant[] => dated(state, now).map((d) => d.at);
