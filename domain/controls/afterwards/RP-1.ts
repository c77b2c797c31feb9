import { awaitsHandover, openReplacements, replacementsOf } from '../../replacement/clock.js';
import type { Replacement } from '../../replacement/replacement.js';
import { conclude, type Part } from '../conclude.js';
import { defineFact } from '../control.js';

const breached = (r: Replacement): string =>
  `${r.id} was due within ${r.terms.slaBusinessDays} business days, before ${r.due.slice(0, 16)}Z, and nobody has started; a credit of ${r.terms.creditPercentPerDay} % of a monthly rate grows with each business day, up to ${r.terms.creditMaxPercent} %.`;

const runs = (r: Replacement): Part => ({ restsOn: [`${r.id}@${r.requestedAt}`], until: r.due });

/** What was done stays to be read; a handover that is owed keeps it open. */
function done(r: Replacement): Part {
  if (!awaitsHandover(r)) return { restsOn: [`${r.id}@${r.fulfilled?.at ?? r.requestedAt}`] };
  const what = `The leaver of ${r.id} has not handed over to the joiner yet; record the day, the topics and a link.`;
  return { restsOn: [], missing: { what, turn: 'vendor-contact' } };
}

/** Replacements come within the SLA, counted from the request, and the leaver hands over to the joiner. */
export const RP1 = defineFact({
  id: 'RP-1',
  title: 'Replacement within the SLA, at no extra cost, counted from the request',
  area: 'afterwards',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  numbers: ['slaBusinessDays', 'overlapMaxDays', 'creditPercentPerDay', 'creditMaxPercent'],
  suppliedBy: [],
  assess(_none, scene) {
    const { state } = scene;
    const open = openReplacements(state);
    const ended = replacementsOf(state).filter((r) => r.fulfilled !== undefined);
    return conclude(scene, open.filter((r) => r.breachedAt !== undefined).map(breached), [
      { restsOn: ['ledger:replacements'] },
      ...open.map(runs),
      ...ended.map(done),
    ]);
  },
});
