import type { Report } from '../../contract/report.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { pausesOf, planDayAt } from '../../domain/clocks/pauses.js';
import { outcomeOf } from '../../domain/lifecycle/outcome.js';
import { clientPeople, namedFor } from '../../domain/people/named.js';
import type { Instant } from '../../domain/time.js';
import type { LedgerRow, VerifyAnswer } from '../../evidence/ledger.js';
import { policyView } from '../plan/policyView.js';
import { accountViews, outsideChangeViews } from '../views/accounts.js';
import { disputeViews, firstDayViews, milestoneViews } from '../views/agreements.js';
import { attributionView } from '../views/attribution.js';
import { controlViews } from '../views/controls.js';
import { gatesOf } from '../views/gates.js';
import { incidentViews } from '../views/incidents.js';
import { leftBehindViews } from '../views/leftBehind.js';
import { registerView } from '../views/register.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import { accessWindows, type PlaceSeen } from './access.js';
import { cadence, taskClocks } from './clocks.js';
import { reportedControl, sumsOf } from './controls.js';
import { decisionLines } from './decisions.js';
import { gateHistory } from './gateHistory.js';
import { kpiHistories } from './kpis.js';

/** What a report is made of: the fold, its ledger, and names; all but the names follow from the ledger. */
export type ReportInput = {
  state: CaseState;
  rows: LedgerRow[];
  names: Record<PersonId, string>;
  verify: VerifyAnswer;
  now: Instant;
  /** The last look at each place; left out: only what the trail tells is known. */
  looks?: readonly PlaceSeen[];
};

function papers({ state, rows }: ReportInput): Report['papers'] {
  const ended = new Map<string, Instant>();
  for (const { at, event } of rows)
    if (event.type === 'PaperExpired' || event.type === 'PaperRevoked' || event.type === 'PaperSuperseded')
      ended.set(event.paper, at);
  return Object.values(state.papers).map((paper) => ({ ...paper, endedAt: ended.get(paper.id) }));
}

function verification(verify: VerifyAnswer): Report['ledger']['verification'] {
  return verify.ok
    ? { ok: true, rows: verify.rows, stateMatches: verify.stateMatches }
    : { ok: false, brokenSeq: verify.brokenSeq, message: verify.message };
}

function gates({ state, rows }: ReportInput, controls: Report['controls']): Report['gates'] {
  const reader = { zone: state.intake.client.timeZone };
  const shown = gatesOf(state, controls);
  return state.plan.stages.flatMap(({ id }, i) => {
    const gate = shown[i];
    return gate === undefined ? [] : [{ ...gate, history: gateHistory(rows, id, reader) }];
  });
}

function header({ state, now }: ReportInput) {
  const { intake, plan } = state;
  const { name, country, timeZone } = intake.vendor;
  const [contact = intake.vendor.contact] = namedFor(state, 'vendor-contact');
  const people = Object.entries(clientPeople(state)).map(([role, ids]) => [role, ids] as const);
  return {
    caseId: state.caseId,
    title: intake.title,
    status: state.status,
    closedReason: state.closedReason,
    closedOutcome: outcomeOf(state),
    pauses: pausesOf(state),
    asOf: now,
    startDate: intake.startDate,
    dayOfPlan: planDayAt(state, now),
    openedAt: state.openedAt,
    openedBy: state.openedBy,
    vendor: { name, country, timeZone, contact },
    client: { name: intake.client.name, timeZone: intake.client.timeZone, people: Object.fromEntries(people) },
    outcome: intake.outcome.statement,
    model: { ...plan.model, reasons: wordsOfAll(plan.model.reasons, { zone: intake.client.timeZone }) },
    policy: policyView(state),
    planHash: plan.hash,
  };
}

/** The report of a case at `now`. */
export function reportOf(input: ReportInput): Report {
  const { state, rows, now, names } = input;
  const reader = { zone: state.intake.client.timeZone };
  const controls = controlViews(state, now).map((one) => reportedControl(state, one));
  const last = rows.at(-1);
  return {
    ...header(input),
    gates: gates(input, controls),
    controls,
    sums: sumsOf(controls),
    flags: Object.entries(state.flags).map(([key, flag]) => ({ key, ...flag, reason: wordsOf(flag.reason, reader) })),
    decisions: decisionLines(rows, reader),
    access: accessWindows(rows, reader, input.looks),
    accounts: accountViews(state),
    outsideChanges: outsideChangeViews(state),
    leftBehind: leftBehindViews(state),
    team: Object.values(state.people).map(({ id, employer, country, jobRole, status }) => ({
      person: id,
      employer,
      country,
      jobRole,
      status,
    })),
    register: registerView(state, now),
    papers: papers(input),
    clocks: { attribution: attributionView(state, now), tasks: taskClocks(rows, now), cadence: cadence(rows) },
    incidents: incidentViews(state),
    kpis: kpiHistories(state, rows),
    milestones: milestoneViews(state),
    firstDays: firstDayViews(state),
    disputes: disputeViews(state),
    ledger: {
      rows: rows.length,
      head: { seq: last?.seq ?? 0, hash: last?.hash ?? '' },
      verification: verification(input.verify),
    },
    names,
  };
}
