import type { ReplayedCase } from '../../contract/policyPage.js';
import { isErrorCode } from '../../domain/case/errors.js';
import type { CaseState } from '../../domain/case/state.js';
import { underPlan } from '../../domain/decider/underPlan.js';
import { planDifference } from '../../domain/policyChange/planDifference.js';
import { played } from '../../presentation/console/replay.js';
import { differenceWords } from '../../presentation/plan/differenceWords.js';
import { caseNow } from '../caseClock.js';
import type { ApiParts } from '../parts.js';

/** What a policy would come to in one case; nothing is recorded. */
export async function replayIn(parts: ApiParts, state: CaseState, policyText: string): Promise<ReplayedCase> {
  const { title, vendor } = state.intake;
  const about = { caseId: state.caseId, title, vendor: vendor.name, policy: state.plan.policy };
  const made = parts.policy.planUnder(policyText, state);
  if (!made.ok) {
    const faults = made.faults.map(({ message }) => message);
    return { ...about, faults, difference: [], ...played(undefined, {}) };
  }
  const difference = differenceWords(planDifference(state.plan, made.plan));
  const now = await caseNow(parts, state);
  const under = difference.length === 0 ? undefined : underPlan(state, made.plan, now);
  return { ...about, difference, ...played(under, { zone: state.calendars.client.timeZone }) };
}

/** Open cases, a page of them; one that cannot be read now hides no other. */
export async function openCases(
  { store }: ApiParts,
  { cursor, limit, caseId }: { cursor?: string; limit: number; caseId?: string },
): Promise<{ states: CaseState[]; nextCursor?: string }> {
  const only = caseId === undefined ? {} : { onlyCaseIds: [caseId] };
  const page = await store.cases.list({ status: 'open' }, { limit, ...(cursor !== undefined && { cursor }), ...only });
  const states: CaseState[] = [];
  for (const row of page.rows) {
    try {
      const found = await store.cases.get(row.caseId);
      if (found !== undefined) states.push(found.state);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!isErrorCode(code) || code !== 'CaseQuarantined') throw error;
    }
  }
  return { states, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
}
