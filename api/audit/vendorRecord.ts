import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseState } from '../../domain/case/state.js';
import { type Instant, notAfter } from '../../domain/time.js';
import { wordsOf } from '../../presentation/words/words.js';
import type { Store, Tally } from '../../store/contract.js';

/** What is counted of each case, by the name that the record gives it. */
const COUNTED = {
  refusals: ['DecisionRefused', 'ApprovalRejected'],
  lateTasks: ['TaskBecameLate'],
  escalations: ['ApprovalEscalated'],
  waivers: ['ControlWaived'],
  missedMeetings: ['MeetingMissed'],
  slaBreaches: ['ReplacementSlaBreached'],
  lateIncidentDuties: ['IncidentDutyLate'],
  lateMilestones: ['MilestoneLate'],
  returnedMilestones: ['MilestoneReturned'],
} as const satisfies Record<string, readonly CaseEvent['type'][]>;

type Counts = Record<keyof typeof COUNTED, number>;

const FACTS: readonly CaseEvent['type'][] = [...Object.values(COUNTED).flat(), 'CaseClosed'];

function countsOf(tallies: Tally[]): Counts {
  const of = (facts: readonly string[]): number =>
    tallies.filter((one) => facts.includes(one.event)).reduce((sum, one) => sum + one.count, 0);
  return {
    refusals: of(COUNTED.refusals),
    lateTasks: of(COUNTED.lateTasks),
    escalations: of(COUNTED.escalations),
    waivers: of(COUNTED.waivers),
    missedMeetings: of(COUNTED.missedMeetings),
    slaBreaches: of(COUNTED.slaBreaches),
    lateIncidentDuties: of(COUNTED.lateIncidentDuties),
    lateMilestones: of(COUNTED.lateMilestones),
    returnedMilestones: of(COUNTED.returnedMilestones),
  };
}

/** A missed meeting that was held, as a dispute has shown, is none. */
const withoutCorrected = (counts: Counts, { disputes = {} }: CaseState): Counts => ({
  ...counts,
  missedMeetings:
    counts.missedMeetings -
    Object.values(disputes).filter(({ about, answered }) => about === 'meeting' && answered?.answer === 'correct')
      .length,
});

function caseOf(state: CaseState, tallies: Tally[]) {
  const { caseId, intake, plan, status, openedAt, closedOutcome, closedReason, flags } = state;
  return {
    caseId,
    title: intake.title,
    client: intake.client.name,
    model: plan.model.chosen,
    status,
    paused: state.pause !== undefined,
    openedAt,
    closedAt: tallies.find((one) => one.event === 'CaseClosed')?.lastAt,
    outcome: closedOutcome,
    closedReason,
    redFlags: Object.values(flags).map(({ id, person, status: is, raisedAt, reason }) => ({
      flag: id,
      person,
      status: is,
      raisedAt,
      reason: wordsOf(reason),
    })),
    counts: withoutCorrected(countsOf(tallies), state),
  };
}

/** Papers that carry weight today; a closed case does not note that one has ended since. */
function papersOf({ caseId, intake, papers }: CaseState, now: Instant) {
  return Object.values(papers)
    .filter((p) => p.state === 'in-force' && (p.until === undefined || !notAfter(p.until, now)))
    .map(({ id, kind, title, textHash, person, until, reused }) => ({
      caseId,
      client: intake.client.name,
      paper: id,
      kind,
      title,
      textHash,
      person,
      until,
      reused,
    }));
}

/** What happened with a vendor in all its cases, and which of its papers are still in force; undefined for an unknown one. */
export async function vendorRecord(store: Store, name: string, now: Instant, only?: string) {
  const caseIds = (await store.cases.ofVendor(name)).filter((id) => only === undefined || id === only);
  const tallies = await store.cases.tally(caseIds, FACTS);
  const cases: ReturnType<typeof caseOf>[] = [];
  const papersInForce: ReturnType<typeof papersOf> = [];
  let vendor = name;
  for (const caseId of caseIds) {
    const found = await store.cases.get(caseId);
    if (found === undefined) continue;
    vendor = found.state.intake.vendor.name;
    const its = tallies.filter((one) => one.caseId === caseId);
    cases.push(caseOf(found.state, its));
    papersInForce.push(...papersOf(found.state, now));
  }
  return cases.length === 0 ? undefined : { vendor, cases, papersInForce };
}
