import { own } from '../../record.js';
import { say } from '../../say.js';
import { type Instant, toMs } from '../../time.js';
import { conclude, notSupplied, type Part } from '../conclude.js';
import { type Control, defineFact, type Scene } from '../control.js';
import { SA1 } from './SA-1.js';
import { SA2 } from './SA-2.js';
import { SA3 } from './SA-3.js';

/** How one path to an attestation stands: waived, met until its end, lapsed, or never supplied (undefined). */
function pathPart({ state, now }: Scene, control: Control): Part | undefined {
  const planned = own(state.plan.controls, control.id);
  if (planned === undefined || !planned.applies) return undefined;
  const waiver = own(state.waivers, control.id);
  if (waiver !== undefined && toMs(waiver.until) > toMs(now))
    return { restsOn: [`waiver:${control.id}@${waiver.until}`], until: waiver.until };
  const evidence = own(state.evidence, control.id);
  const found = control.assess(evidence?.form, { state, planned, now });
  if (found.status === 'met')
    return { restsOn: found.restsOn, ...(found.until === undefined ? {} : { until: found.until }) };
  if (evidence === undefined) return undefined;
  const [what = say('controls.not-met', { control: control.id })] =
    found.status === 'refused' ? found.reasons : found.missing;
  const again = found.status === 'open' && found.until !== undefined ? { until: found.until } : {};
  return { restsOn: [], missing: { what, turn: found.turn, ...again } };
}

const later = (a: Instant | undefined, b: Instant | undefined): boolean =>
  a === undefined || (b !== undefined && toMs(a) > toMs(b));

/** An attestation ages: it stands on the path that holds longest, and lapses with it. */
export const SA4 = defineFact({
  id: 'SA-4',
  title: 'The attestation has not lapsed',
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  suppliedBy: [],
  assess(_none, scene) {
    const parts = [SA1, SA2, SA3].flatMap((control) => pathPart(scene, control) ?? []);
    const [first, ...others] = parts.filter((p) => p.missing === undefined);
    if (first !== undefined) {
      const best = others.reduce((a, b) => (later(b.until, a.until) ? b : a), first);
      return conclude(scene, [], [best]);
    }
    return parts.length > 0 ? conclude(scene, [], parts) : notSupplied(scene, say('SA-4.not-supplied'));
  },
});
