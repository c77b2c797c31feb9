import type { StageId } from '../domain/case/plan.js';
import type { CaseState } from '../domain/case/state.js';
import type { CaseInput } from './contract.js';
import { CaseRun } from './engine/caseRun.js';

/**
 * Takes one vendor from intake through the first 30 days, and keeps control until the case is closed.
 *
 * It reads as the procedure and only waits: rules record what becomes true, and effects follow from the record. Every wait looks at the
 * state, so that a new run falls through to where the last one was. The function's name is the stored type of every case: never rename it.
 */
export async function onboardVendor(input: CaseInput): Promise<void> {
  const run = new CaseRun(input);

  await run.through(async (until) => {
    // Before anything is signed: does the vendor suit the need, and under which engagement model?
    await until(stageIsDone('evaluate'));

    // Side by side: terms and IP, personal data, the security attestation, and each engineer with their own assignment.
    await Promise.all([
      until(stageIsDone('contract')),
      until(stageIsDone('data-protection')),
      until(stageIsDone('attestation')),
      until(stageIsDone('people')),
    ]);

    // One contact who can decide, KPIs with targets, a cadence: then leases may open, and work begins.
    await until(stageIsDone('working-agreement'));
    await until(stageIsDone('work'));

    // Architecture decisions, runbooks and a rehearsed hand-over, so that what is learnt stays with the client.
    await until(stageIsDone('knowledge-transfer'));
    await until(stageIsDone('day-30-review'));

    // Active: meetings, reviews of access and ageing attestations go on for as long as the vendor is engaged.
    await until(caseIsClosed);
  });
}

/** A stage is done once its gate is open, or where the plan has no such stage. */
const stageIsDone =
  (stage: StageId) =>
  (state: CaseState): boolean =>
    state.status !== 'new' &&
    (state.stagesDone[stage] !== undefined || state.plan.stages.every((planned) => planned.id !== stage));

const caseIsClosed = (state: CaseState): boolean => state.status === 'closed';
