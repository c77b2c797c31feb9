import type { Certificate } from '../../contract/certificate.js';
import type { Report } from '../../contract/report.js';
import { STAGES } from '../../domain/case/plan.js';
import { lastOf } from '../report/lastReading.js';
import { type ReportInput, reportOf } from '../report/model.js';
import { debtsOf } from './debts.js';

/** The day of the plan from which on the certificate is given; day 1 is the start date. */
const CERTIFICATE_DAY = 30;

/** Stages of the first 30 days; what comes after them is no part of the certificate. */
const FIRST_STAGES: readonly string[] = STAGES.slice(0, STAGES.indexOf('day-30-review') + 1);

const kpisOf = ({ kpis }: Report): Certificate['kpis'] =>
  kpis.map((reported) => {
    const { readings, formula: _f, counts: _c, ...kpi } = reported;
    const last = lastOf(reported);
    return {
      ...kpi,
      readings: readings.length,
      last: last && {
        at: last.at,
        value: last.value,
        source: last.source,
        missed: last.missed,
        by: last.by,
        ...(last.disputed === undefined ? {} : { disputed: last.disputed }),
      },
    };
  });

/** Why it is no certificate, one sentence each. */
function reasons(
  { dayOfPlan, ledger: { verification }, status, closedReason }: Report,
  gates: Certificate['gates'],
  debts: Certificate['debts'],
): string[] {
  const shut = gates
    .filter(({ stage, openSince }) => openSince === undefined && FIRST_STAGES.includes(stage))
    .map(({ stage }) => stage.replaceAll('-', ' '));
  return [
    ...(dayOfPlan < CERTIFICATE_DAY
      ? [`It is day ${dayOfPlan} of the plan; the certificate is given from day ${CERTIFICATE_DAY} on.`]
      : []),
    ...(shut.length === 0 ? [] : [`Not every gate is open: ${shut.join(', ')}.`]),
    ...debts.openFlags.map(({ key }) => `Red flag ${key} is open, and stops the case.`),
    ...(status === 'open' || shut.length === 0
      ? []
      : [`The case is ${status}: ${closedReason ?? 'no reason is on record'}`]),
    ...(verification.ok && verification.stateMatches ? [] : ['The ledger does not verify.']),
  ];
}

/** The day-30 certificate of a case at `now`, or the statement of where it stands while it is none. */
export function certificateOf(input: ReportInput): Certificate {
  const report = reportOf(input);
  const { state, now } = input;
  const { caseId, title, status, asOf, startDate, dayOfPlan, openedAt, outcome, policy, planHash, ledger, names } =
    report;
  const { gates } = report;
  const debts = debtsOf(state, report.controls, now);
  const whyNot = reasons(report, gates, debts);
  const { name, country, contact } = report.vendor;
  return {
    caseId,
    title,
    kind: whyNot.length === 0 ? 'certificate' : 'statement',
    whyNot,
    status,
    asOf,
    startDate,
    dayOfPlan,
    openedAt,
    vendor: { name, country, contact },
    client: { name: report.client.name, timeZone: report.client.timeZone },
    outcome,
    model: report.model.chosen,
    policy,
    planHash,
    gates,
    // What is open now comes first.
    leases: [...report.access].sort((a, b) => Number(a.endedAt !== undefined) - Number(b.endedAt !== undefined)),
    leftBehind: report.leftBehind,
    kpis: kpisOf(report),
    attendance: report.clocks.cadence,
    debts,
    attribution: report.clocks.attribution,
    ledger,
    names,
  };
}
