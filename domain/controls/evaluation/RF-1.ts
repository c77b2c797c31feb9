import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { say } from '../../say.js';
import { type Instant, notAfter } from '../../time.js';
import type { Assessment } from '../assessment.js';
import type { Control } from '../control.js';
import { SA1 } from '../security/SA-1.js';
import { SA2 } from '../security/SA-2.js';
import { SA3 } from '../security/SA-3.js';
import { postureOf } from './offer.js';
import { redFlag } from './redFlag.js';

const PATHS: readonly Control[] = [SA1, SA2, SA3];

/** What was supplied on each path to an attestation; undefined while one of them is waived. */
function answersOn(state: CaseState, now: Instant): { id: string; found: Assessment }[] | undefined {
  const planned = PATHS.flatMap((control) => {
    const row = own(state.plan.controls, control.id);
    return row?.applies ? [{ control, row }] : [];
  });
  const waived = planned.some(({ row }) => !notAfter(own(state.waivers, row.id)?.until ?? now, now));
  if (waived) return undefined;
  return planned.flatMap(({ control, row }) => {
    const evidence = own(state.evidence, control.id);
    if (evidence === undefined) return [];
    return [{ id: control.id, found: control.assess(evidence.form, { state, planned: row, now }) }];
  });
}

/** No security attestation and no clear path to one: every path that was tried is refused, or none was and the evaluation found none. */
export const RF1 = redFlag({
  id: 'RF-1',
  title: 'A security attestation, or a clear path to one',
  risk: 'data-exposure',
  nist: 'measure',
  turn: 'security',
  raisedBy(state, now) {
    const answers = answersOn(state, now);
    if (answers === undefined) return [];
    if (answers.length === 0)
      return postureOf(state)?.attestation === 'none'
        ? [{ reason: say('flags.answer-refused', { control: 'PE-3', reasons: [say('PE-3.no-attestation')] }) }]
        : [];
    const refused = answers.flatMap(({ id, found }) =>
      found.status === 'refused' ? [say('flags.answer-refused', { control: id, reasons: found.reasons })] : [],
    );
    return refused.length === answers.length ? [{ reason: say('flags.answers-refused', { answers: refused }) }] : [];
  },
});
