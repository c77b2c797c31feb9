import { planDayStart } from '../approvals/stages.js';
import type { AccessNeed } from '../case/intake.js';
import { memory } from '../case/memo.js';
import type { Plan } from '../case/plan.js';
import type { CaseState, Person, StandingNeed } from '../case/state.js';
import { papersCitedBy } from '../controls/cited.js';
import { CONTROLS } from '../controls/index.js';
import { type Verdict, verdictOnPath } from '../controls/judge.js';
import { lockVerdicts, PERSON_LOCKS } from '../controls/locks.js';
import { isGroundedIn } from '../controls/terms.js';
import { flagsAgainst } from '../flags/flags.js';
import { byIdentity } from '../memoize.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { earliest, type Instant, notAfter } from '../time.js';
import { caseVerdicts, gateObstacles, gateRef, stagesHeld, textObstacles } from './gates.js';
import { accountStanding, isGoneAt } from './identify.js';
import type { LeaseCause } from './lease.js';
import { daysOf, givenBy, timeBoxEnd } from './needs.js';
import type { Obstacle } from './obstacle.js';
import { outsideObstacles } from './outsideChanges.js';
import { fromRef, isManual, type Placed, resourcesOf } from './resources.js';
import { stopObstacles } from './stops.js';

/** Access that somebody may hold now, and all that it rests on. */
export type DesiredLease = {
  /** `<person>/<provider>:<id>`. */
  id: string;
  person: string;
  resource: string;
  permission: string;
  /** Which of the things told of the person has the login. */
  account?: string;
  /** `paper:<id>@<text hash>`, `evidence:<id>@<form hash>`, `gate:<stage>@<content hash>`, `waiver:…`. */
  restsOn: string[];
  /** The earliest instant at which something of that lapses. */
  notAfter: Instant;
};

export const leaseId = (person: string, resource: string): string => `${person}/${resource}`;

const from = (verdict: Verdict, cause: LeaseCause): Obstacle[] =>
  verdict.holds ? [] : [{ cause, detail: verdict.why }];

/**
 * Judges one need of one person. Access is a function of paper (design, decision 9): it rests on every control whose gate
 * holds the resource shut, on those of the person, on the gates of their stages, and on no open deal-breaker.
 */
export function judgeNeed(
  state: CaseState,
  person: Person,
  need: StandingNeed,
  now: Instant,
): DesiredLease | Obstacle[] {
  const profile = state.plan.profiles[need.profile];
  const gives = givenBy(state.plan, need);
  const resource = resourcesOf(state.intake).find((r) => r.ref === need.resource);
  if (profile === undefined || gives === undefined || resource === undefined)
    return [
      { cause: 'need-ended', detail: say('access.no-such-need', { resource: need.resource, profile: need.profile }) },
    ];
  const held = caseVerdicts(state, person, resource, now);
  const personal = personVerdicts(state, person, now);
  // Asked for whatever the plan says.
  const locks = lockVerdicts(state, person.id, now);
  const timeBox = timeBoxEnd(state.plan, need);
  const obstacles: Obstacle[] = [
    ...stopObstacles(state, person.id, need.resource),
    ...personObstacles(state, person, now),
    ...accountObstacles(state, person, need),
    ...goneObstacles(state, person, need),
    ...outsideObstacles(state, person.id, need.resource),
    ...regionObstacles(state, person, resource, now),
    ...locks.flatMap((v) => from(v, 'paper-lapsed')),
    ...held.flatMap((h) => from(h.verdict, lapseOf(state, h.id))),
    ...personal.flatMap((v) => from(v, 'control-lapsed')),
    ...gateObstacles(state, stagesHeld(state, resource)),
    ...textObstacles(state, person),
    ...(notAfter(timeBox, now)
      ? [{ cause: 'time-box-ended' as const, detail: say('access.time-box-ended', { days: daysOf(state.plan, need) }) }]
      : []),
  ];
  if (obstacles.length > 0) return obstacles;
  const verdicts = [...locks, ...held.map((h) => h.verdict), ...personal];
  const restsOn = verdicts.flatMap((v) => (v.holds ? v.restsOn : []));
  const gates = stagesHeld(state, resource).flatMap((s) => gateRef(state, s));
  const ends = verdicts.map((v) => (v.holds ? v.until : undefined));
  return {
    id: leaseId(person.id, need.resource),
    person: person.id,
    resource: need.resource,
    permission: gives.permission,
    ...(person.account === undefined ? {} : { account: person.account }),
    restsOn: [...new Set([...restsOn, ...gates, `roster:${person.id}`])].sort(),
    notAfter: earliest([timeBox, person.lastInstant, ...ends]) ?? timeBox,
  };
}

function personObstacles(state: CaseState, person: Person, now: Instant): Obstacle[] {
  const out: Obstacle[] = [];
  if (state.pause !== undefined)
    out.push({ cause: 'case-paused', detail: say('access.case-paused', { reason: state.pause.reason }) });
  if (state.status !== 'open') out.push({ cause: 'case-closed', detail: say('access.case-closed') });
  if (!notAfter(planDayStart(state, 1), now))
    out.push({ cause: 'need-ended', detail: say('access.before-start', { start: state.intake.startDate }) });
  if (person.status === 'left' || (person.lastInstant !== undefined && notAfter(person.lastInstant, now)))
    out.push({ cause: 'person-left', detail: say('access.person-left') });
  else if (person.status !== 'accepted')
    out.push({ cause: 'person-not-accepted', detail: say('access.person-not-accepted', { status: person.status }) });
  if (person.suspended)
    out.push({
      cause: 'suspended',
      detail: say('access.suspended', { by: person.suspended.by, reason: person.suspended.reason }),
    });
  for (const flag of flagsAgainst(state, person.id, now))
    out.push({ cause: 'red-flag', detail: say('access.red-flag', { flag: flag.id, reason: flag.reason }) });
  return out;
}

/** Nobody is granted access where they have no account; a login is granted it once the one before it was read back as absent. */
function accountObstacles(state: CaseState, person: Person, need: AccessNeed): Obstacle[] {
  const lease = own(state.leases, leaseId(person.id, need.resource));
  const { provider } = fromRef(need.resource);
  const standing = accountStanding(person);
  if (standing?.is === 'known' && !isManual(need.resource) && !standing.providers.includes(provider))
    return [{ cause: 'account-missing', detail: say('access.account-missing', { provider }) }];
  // A login that is not theirs holds nothing from the moment that it is said; the other one, once it is accepted.
  if (person.status === 'accepted' && person.details !== person.account)
    return [{ cause: 'account-changed', detail: say('access.login-waits') }];
  if (lease === undefined || lease.account === person.account) return [];
  const isGone = lease.want === 'absent' && lease.absentAt !== undefined;
  return isGone ? [] : [{ cause: 'account-changed', detail: say('access.account-changed') }];
}

/** Nobody is let in by an account, or into a place, that is no more. */
function goneObstacles({ places }: CaseState, person: Person, { resource }: AccessNeed): Obstacle[] {
  const out: Obstacle[] = [];
  if (isGoneAt(accountStanding(person), fromRef(resource).provider))
    out.push({ cause: 'account-gone', detail: say('access.account-gone') });
  if (own(places, resource)?.is === 'gone') out.push({ cause: 'place-gone', detail: say('access.place-gone') });
  return out;
}

const isRegionBound = byIdentity(({ controls }: Plan): boolean =>
  Object.values(controls).some(({ id, applies }) => applies && own(CONTROLS, id)?.bindsRegion),
);

/** True where a person sits where the data of a resource may not be seen: outside the countries of a residency duty, or where no ground carries the transfer. */
export function liesOutside(state: CaseState, { country }: Person, resource: Placed, now: Instant): boolean {
  if (resource.personalData && !isGroundedIn(state, country, now)) return true;
  const { intake, plan } = state;
  const { residency } = intake.data;
  const bound = isRegionBound(plan) && (resource.personalData || resource.kind === 'data-set');
  return bound && residency !== undefined && !residency.countries.includes(country);
}

/** Nobody reaches data from where they may not be seen. */
const regionObstacles = (state: CaseState, person: Person, resource: Placed, now: Instant): Obstacle[] =>
  liesOutside(state, person, resource, now)
    ? [
        {
          cause: 'outside-region',
          detail: say('access.outside-region', { resource: resource.ref, country: person.country }),
        },
      ]
    : [];

/** A control lapses with a paper that its evidence cites, or by itself. */
function lapseOf(state: CaseState, id: string): LeaseCause {
  const form = own(state.evidence, id)?.form;
  const papers = form === undefined ? [] : papersCitedBy(id, form);
  return papers.some((p) => own(state.papers, p)?.state !== 'in-force') ? 'paper-lapsed' : 'control-lapsed';
}

/** Gate controls of a person beside the locks. */
const ofPerson = byIdentity(({ controls }: Plan) =>
  Object.values(controls).filter(
    (c) =>
      c.applies &&
      !PERSON_LOCKS.includes(c.id) &&
      c.binding.kind === 'gate' &&
      own(CONTROLS, c.id)?.subject === 'person',
  ),
);

const personVerdicts = (state: CaseState, person: Person, now: Instant): Verdict[] =>
  ofPerson(state.plan).map((c) => verdictOnPath(state, c, now, person.id));

const answers = memory<DesiredLease[]>();

/** Everything that people may hold now, and on what each rests. */
export const desiredAccess = (state: CaseState, now: Instant): DesiredLease[] =>
  answers(state, now, 'all', (seen) =>
    Object.values(seen.people).flatMap((p) =>
      p.needs.flatMap((n) => {
        const found = judgeNeed(seen, p, n, now);
        return Array.isArray(found) ? [] : [found];
      }),
    ),
  );

/** Whether a lease may be opened at the provider at this very instant; asked again by whoever is about to do it. */
export function mayOpen(
  state: CaseState,
  id: string,
  now: Instant,
): { allowed: true; permission: string; notAfter: Instant } | { allowed: false; why: Said } {
  const lease = state.leases[id];
  if (lease === undefined || lease.want !== 'present') return { allowed: false, why: say('access.not-granted') };
  const wanted = desiredAccess(state, now).find((d) => d.id === id);
  if (wanted === undefined) return { allowed: false, why: say('access.basis-ended') };
  return { allowed: true, permission: wanted.permission, notAfter: wanted.notAfter };
}
