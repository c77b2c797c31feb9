import type { CaseState } from '../../case/state.js';
import { localDay } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import { type Part, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { adequacyOf, establishedIn, isThirdCountry, lawsOf } from './jurisdiction.js';

/** What is asked of one transfer to a third country (GDPR Art. 44 to 49). */
export const TRANSFER_FORM = {
  country: { kind: 'country', ask: 'Which third country?' },
  mechanism: {
    kind: 'choice',
    of: ['adequacy-decision', 'standard-clauses-2021-914', 'binding-corporate-rules', 'derogation', 'none'],
    ask: 'What is the legal ground: an adequacy decision (Art. 45), the standard contractual clauses of Decision (EU) 2021/914, binding corporate rules (Art. 46), a derogation (Art. 49) or none?',
  },
  module: {
    kind: 'choice',
    of: ['module-1', 'module-2', 'module-3', 'module-4'],
    optional: true,
    ask: 'For the standard contractual clauses: which module is agreed (1 controller to controller, 2 controller to processor, 3 processor to processor, 4 processor to controller)?',
  },
  ukAddendum: {
    kind: 'yes-no',
    optional: true,
    ask: 'For clauses under the UK GDPR: is the UK Addendum, or the International Data Transfer Agreement, agreed?',
  },
  certified: {
    kind: 'yes-no',
    optional: true,
    ask: 'If the adequacy decision covers certified organisations only: is the recipient certified?',
  },
  assessment: {
    kind: 'record',
    optional: true,
    ask: 'For clauses and corporate rules: the transfer impact assessment of law and practice in that country.',
    of: {
      report: { kind: 'hash', ask: 'SHA-256 of the assessment.' },
      doneOn: { kind: 'day', ask: 'When was it done?' },
      result: {
        kind: 'choice',
        of: ['equivalent', 'equivalent-with-supplementary-measures', 'not-equivalent'],
        ask: 'Is protection there essentially equivalent to that in the EU?',
      },
    },
  },
} as const;
export type Transfer = FormOf<typeof TRANSFER_FORM>;

function adequacyFaults(scene: Scene, { country, certified }: Transfer): Said[] {
  const { intake, calendars } = scene.state;
  const found = adequacyOf(intake, country, localDay(calendars.client, scene.now));
  return [
    ...unless(found !== 'none', say('DP-2.not-adequate', { country })),
    ...unless(found !== 'when-certified' || certified === true, say('DP-2.not-certified', { country })),
  ];
}

/** Modules of the clauses that fit the roles: from the client to the vendor, from the vendor on, or back to a client outside. */
function modulesFor({ intake }: CaseState, country: string): string[] {
  const { client } = establishedIn(intake);
  if (country === client && isThirdCountry(intake, client)) return ['module-4'];
  const direct = intake.data.roles?.vendor === 'sub-processor' ? 'module-3' : 'module-2';
  return country === intake.vendor.country ? [direct] : [direct, 'module-3'];
}

function clauseFaults({ state }: Scene, { country, mechanism, module, ukAddendum }: Transfer): Said[] {
  if (mechanism !== 'standard-clauses-2021-914') return [];
  const fitting = modulesFor(state, country);
  const uk = lawsOf(state.intake).includes('UK GDPR');
  return [
    ...unless(module === undefined || fitting.includes(module), say('DP-2.other-module', { country, module, fitting })),
    ...unless(!uk || ukAddendum === true, say('DP-2.uk-addendum', { country })),
  ];
}

/** What is wrong with the ground of one transfer. */
export function transferFaults(scene: Scene, transfer: Transfer): Said[] {
  const { country, mechanism, assessment } = transfer;
  switch (mechanism) {
    case 'adequacy-decision':
      return adequacyFaults(scene, transfer);
    case 'standard-clauses-2021-914':
    case 'binding-corporate-rules':
      return [
        ...unless(assessment?.result !== 'not-equivalent', say('DP-2.not-equivalent', { country })),
        ...clauseFaults(scene, transfer),
      ];
    case 'derogation':
      return [say('DP-2.derogation', { country })];
    case 'none':
      return [say('DP-2.no-ground', { country })];
    default: {
      const never: never = mechanism;
      return never;
    }
  }
}

/** What a transfer rests on: clauses and corporate rules need an assessment (clause 14 of Decision (EU) 2021/914, CJEU C-311/18). */
export function transferPart(scene: Scene, { country, mechanism, assessment, module }: Transfer): Part {
  if (mechanism !== 'standard-clauses-2021-914' && mechanism !== 'binding-corporate-rules') return { restsOn: [] };
  if (mechanism === 'standard-clauses-2021-914' && module === undefined) {
    const what = say('DP-2.module-missing', { country, fitting: modulesFor(scene.state, country) });
    return { restsOn: [], missing: { what, turn: scene.planned.owner } };
  }
  if (assessment === undefined) {
    const what = say('DP-2.assessment-missing', { country });
    return { restsOn: [], missing: { what, turn: scene.planned.owner } };
  }
  const done = doneOn(scene, assessment.doneOn, say('DP-2.assessment', { country }));
  return done.missing === undefined ? { restsOn: [`document:${assessment.report}`] } : done;
}
