import { awaitsHandover, openReplacements, replacementsOf } from '../../replacement/clock.js';
import type { Replacement } from '../../replacement/replacement.js';
import { type Said, say } from '../../say.js';
import { conclude, type Part } from '../conclude.js';
import { defineFact } from '../control.js';

const breached = ({ id, due, terms }: Replacement): Said =>
  say('RP-1.overdue', {
    replacement: id,
    limit: terms.slaBusinessDays,
    due,
    percentPerDay: terms.creditPercentPerDay,
    percentMax: terms.creditMaxPercent,
  });

const runs = (r: Replacement): Part => ({
  restsOn: [`${r.id}@${r.requestedAt}`],
  ...(r.heldSince === undefined ? { until: r.due } : {}),
});

/** What was done stays to be read; a handover that is owed keeps it open. */
function done(r: Replacement): Part {
  if (!awaitsHandover(r)) return { restsOn: [`${r.id}@${r.fulfilled?.at ?? r.requestedAt}`] };
  const what = say('RP-1.no-handover', { replacement: r.id });
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
