import type { Candidate } from '../../contract/comparison.js';
import type { ControlView } from '../../contract/parts.js';
import type { CaseState } from '../../domain/case/state.js';
import { costSheetOf } from '../../domain/controls/engagement/costSheet.js';
import { declaredWork, postureOf, replacementOfferOf } from '../../domain/controls/evaluation/offer.js';
import { scoresOf } from '../../domain/controls/evaluation/scores.js';
import { CONTROLS } from '../../domain/controls/index.js';
import type { Instant } from '../../domain/time.js';
import { controlViews } from '../views/controls.js';
import { wordsOf } from '../words/words.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function pointsOf(state: CaseState): Candidate['points'] {
  return scoresOf(state).points.map(({ id, score, sharePercent }) => {
    const control = CONTROLS[id];
    const form = state.evidence[id]?.form ?? {};
    const anchor = score === undefined ? undefined : control?.anchors?.[score];
    return {
      id,
      title: control?.title ?? id,
      ...(score !== undefined && { score }),
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

/** Red flags have a list of their own. */
const isOpenPoint = ({ area, id, status }: ControlView): boolean =>
  area === 'evaluation' && !CONTROLS[id]?.redFlag && (status === 'open' || status === 'refused');

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

/** One case as a candidate for its need. */
export function candidateOf(state: CaseState, now: Instant, record?: Candidate['record']): Candidate {
  const { intake } = state;
  const { weighted, waitingFor } = scoresOf(state);
  const { rate, vendorMonthlyUsd, saving } = costSheetOf(state);
  const views = controlViews(state, now);
  const work = declaredWork(state);
  const replacement = replacementOf(state);
  return {
    caseId: state.caseId,
    title: intake.title,
    outcome: intake.outcome.statement,
    vendor: intake.vendor.name,
    status: state.status,
    policyHash: state.plan.policy.hash,
    ...(weighted !== undefined && { weighted }),
    waitingFor,
    points: pointsOf(state),
    controls: views
      .filter(isOpenPoint)
      .map(({ key, title, status, missing }) => ({ key, title, status, why: missing })),
    flags: Object.entries(state.flags)
      .filter(([, { status }]) => status !== 'cleared')
      .map(([key, { status, reason }]) => ({ key, status, reason: wordsOf(reason) })),
    ...(rate && { rateMonthlyUsd: rate.monthlyUsd }),
    ...(vendorMonthlyUsd !== undefined && { vendorMonthlyUsd }),
    ...(saving && { savingYearly: saving.engineer.yearly }),
    attestation: attestationOf(state, views),
    ...(replacement && { replacement }),
    countries: countriesOf(state, work),
    ...(work && { subcontractors: work.subcontractors.map(({ company, country }) => ({ company, country })) }),
    ...(record && { record }),
  };
}
