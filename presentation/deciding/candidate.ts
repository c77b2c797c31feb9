import type { Candidate } from '../../contract/comparison.js';
import type { ControlView } from '../../contract/parts.js';
import type { CaseState } from '../../domain/case/state.js';
import { type CostSheet, costSheetOf } from '../../domain/controls/engagement/costSheet.js';
import { declaredWork, postureOf, replacementOfferOf } from '../../domain/controls/evaluation/offer.js';
import { scoresOf } from '../../domain/controls/evaluation/scores.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { outcomeOf } from '../../domain/lifecycle/outcome.js';
import type { Instant } from '../../domain/time.js';
import { controlViews } from '../views/controls.js';
import { standingOf } from './standing.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function pointsOf(state: CaseState, views: ControlView[]): Candidate['points'] {
  return scoresOf(state).points.map(({ id, score, sharePercent }) => {
    const control = CONTROLS[id];
    const form = state.evidence[id]?.form ?? {};
    const anchor = score === undefined ? undefined : control?.anchors?.[score];
    return {
      id,
      title: control?.title ?? id,
      ...(score !== undefined && { score }),
      status: views.find((view) => view.id === id)?.status ?? 'not-applicable',
      ...(anchor !== undefined && { anchor }),
      sharePercent,
      evidence: {
        link: text(form.evidenceLink),
        documentHash: text(form.evidenceHash),
        scoredOn: text(form.scoredOn),
      },
    };
  });
}

function attestationOf(state: CaseState, views: ControlView[]): Candidate['attestation'] {
  const posture = postureOf(state);
  return {
    ...(posture && { claimed: posture.attestation }),
    ...(posture?.expectedOn !== undefined && { expectedOn: posture.expectedOn }),
    path: views.filter(({ path }) => path === 'attestation').map(({ id, status }) => ({ id, status })),
  };
}

function countriesOf({ intake, people }: CaseState, work: ReturnType<typeof declaredWork>): string[] {
  const staying = Object.values(people).filter(({ status }) => status === 'proposed' || status === 'accepted');
  const found = [...staying, ...(work?.countries ?? []), ...(work?.subcontractors ?? [])].map((one) => one.country);
  return [...new Set([intake.vendor.country, ...found])].sort();
}

function replacementOf(state: CaseState): Candidate['replacement'] {
  const terms = replacementOfferOf(state);
  if (terms === undefined) return undefined;
  const { promised, slaBusinessDays, clockFrom, extraCost } = terms;
  return { promised, ...(slaBusinessDays !== undefined && { businessDays: slaBusinessDays }), clockFrom, extraCost };
}

/** The saving against in-house, with what of it rests on no figure of the client's own. */
function savingOf({ saving, inHouse, managementMonthlyUsd }: CostSheet): Candidate['savingYearly'] {
  if (saving === undefined) return undefined;
  return {
    ...saving.engineer.yearly,
    defaults: [
      ...(inHouse?.from === 'entered' ? [] : ['in-house' as const]),
      ...(managementMonthlyUsd === undefined ? ['management' as const] : []),
    ],
  };
}

/** One case as a candidate for its need. */
export function candidateOf(state: CaseState, now: Instant, record?: Candidate['record']): Candidate {
  const { intake, policyOrigin } = state;
  const sheet = costSheetOf(state);
  const { rate, vendorMonthlyUsd } = sheet;
  const savingYearly = savingOf(sheet);
  const views = controlViews(state, now);
  const work = declaredWork(state);
  const replacement = replacementOf(state);
  const closedOutcome = outcomeOf(state);
  return {
    caseId: state.caseId,
    title: intake.title,
    outcome: intake.outcome.statement,
    vendor: intake.vendor.name,
    status: state.status,
    paused: state.pause !== undefined,
    ...(closedOutcome !== undefined && { closedOutcome }),
    policyHash: state.plan.policy.hash,
    ...(policyOrigin !== undefined && { policyOrigin: policyOrigin.kind }),
    ...standingOf(state, now, views),
    points: pointsOf(state, views),
    ...(rate && { rateMonthlyUsd: rate.monthlyUsd, rateFrom: rate.from }),
    ...(vendorMonthlyUsd !== undefined && { vendorMonthlyUsd }),
    ...(savingYearly && { savingYearly }),
    attestation: attestationOf(state, views),
    ...(replacement && { replacement }),
    countries: countriesOf(state, work),
    ...(work && { subcontractors: work.subcontractors.map(({ company, country }) => ({ company, country })) }),
    ...(record && { record }),
  };
}
