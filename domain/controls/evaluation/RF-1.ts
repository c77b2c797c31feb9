import type { CaseState } from '../../case/state.js';
import { type Instant, toMs } from '../../time.js';
import type { Assessment, Control } from '../control.js';
import { SA1 } from '../security/SA-1.js';
import { SA3 } from '../security/SA-3.js';
import { redFlag } from './redFlag.js';

const PATHS: readonly Control[] = [SA1, SA3];

/** What was supplied on each path to an attestation; nothing while one of them is waived. */
function answersOn(state: CaseState, now: Instant): { id: string; found: Assessment }[] {
  const planned = PATHS.flatMap((control) => {
    const row = state.plan.controls[control.id];
    return row?.applies ? [{ control, row }] : [];
  });
  const waived = planned.some(({ row }) => toMs(state.waivers[row.id]?.until ?? now) > toMs(now));
  if (waived) return [];
  return planned.flatMap(({ control, row }) => {
    const evidence = state.evidence[control.id];
    if (evidence === undefined) return [];
    return [{ id: control.id, found: control.assess(evidence.form, { state, planned: row, now }) }];
  });
}

/** No security attestation and no clear path to one: every path that was tried is refused. */
export const RF1 = redFlag({
  id: 'RF-1',
  title: 'A security attestation, or a clear path to one',
  risk: 'data-exposure',
  nist: 'measure',
  on: 'the security attestation',
  turn: 'security',
  raisedBy(state, now) {
    const answers = answersOn(state, now);
    const reasons = answers.flatMap(({ id, found }) =>
      found.status === 'refused' ? [`${id}: ${found.reasons.join(' ')}`] : [],
    );
    return reasons.length > 0 && reasons.length === answers.length ? [{ reason: reasons.join(' ') }] : [];
  },
});
