import { type Said, say } from '../../say.js';
import { notAfter } from '../../time.js';
import { isVendorCompany } from '../company.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths, spansMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { registerOf } from '../register/register.js';

const CONFINED = ['repositories', 'accounts', 'build-and-run-environments', 'model-and-data-stores'] as const;

/** Where DC-3 puts material of this work into an account of the vendor's. */
const ELSEWHERE: readonly string[] = ['dedicated-account', 'separate-project', 'shared'];

const FORM = {
  clientHeld: {
    kind: 'choices',
    of: CONFINED,
    ask: 'Which of these does the team use only as provided and controlled by the client?',
  },
  storesClientCode: { kind: 'yes-no', ask: 'Does the vendor store client code, data or models on its own systems?' },
  storesCredentials: { kind: 'yes-no', ask: 'Does the vendor store credentials for client systems?' },
  inProgress: {
    kind: 'choice',
    of: ['soc-2-type-2', 'iso-27001-2022', 'soc-2-type-1'],
    ask: 'Which attestation is in progress?',
  },
  auditor: { kind: 'text', maxLength: 120, ask: 'Which auditor or certification body is engaged?' },
  engagedOn: { kind: 'day', ask: 'When was the auditor engaged?' },
  engagementLetter: { kind: 'hash', ask: 'SHA-256 of the engagement letter.' },
  observationStart: {
    kind: 'day',
    optional: true,
    ask: 'For SOC 2 Type II: first day of the audit period.',
  },
  targetDate: { kind: 'day', ask: 'When will the report or certificate be issued?' },
} as const;

function confinementFaults({ clientHeld, storesClientCode, storesCredentials }: FormOf<typeof FORM>): Said[] {
  const outside = CONFINED.filter((c) => !clientHeld.includes(c));
  return [
    ...unless(outside.length === 0, say('SA-3.not-client-held', { outside })),
    ...unless(!storesClientCode, say('SA-3.stores-code')),
    ...unless(!storesCredentials, say('SA-3.stores-credentials')),
  ];
}

/** What other answers say is kept outside the client's own systems, whatever is said here. */
function disagreements({ state }: Scene): Said[] {
  const { kept, tools } = registerOf(state);
  const elsewhere = kept.flatMap((k) => (ELSEWHERE.includes(k.where) ? [k.material] : []));
  const logs = tools.flatMap(({ tool, terms }) => (terms?.logs === 'vendor' ? [tool] : []));
  return [
    ...unless(elsewhere.length === 0, say('SA-3.kept-elsewhere', { materials: elsewhere })),
    ...unless(logs.length === 0, say('SA-3.logs-at-vendor', { tools: logs })),
  ];
}

function targetFaults(scene: Scene, answers: FormOf<typeof FORM>): Said[] {
  const { inProgress, observationStart, engagedOn, targetDate, auditor } = answers;
  const [most, least] = [numberOf(scene, 'targetMaxMonths'), numberOf(scene, 'minimumObservationMonths')];
  const soc2 = inProgress === 'soc-2-type-2';
  const last = plusMonths(engagedOn > scene.state.intake.startDate ? engagedOn : scene.state.intake.startDate, most);
  return [
    ...unless(!isVendorCompany(scene.state, auditor), say('SA-3.own-auditor', { auditor })),
    ...unless(inProgress !== 'soc-2-type-1', say('SA-3.type-1')),
    ...unless(
      !soc2 || (observationStart !== undefined && spansMonths(observationStart, targetDate, least)),
      say('SA-3.period-short', { from: observationStart, target: targetDate, minimum: least }),
    ),
    ...unless(engagedOn <= targetDate, say('SA-3.engaged-late', { engaged: engagedOn, target: targetDate })),
    ...unless(targetDate <= last, say('SA-3.target-late', { target: targetDate, last, limit: most })),
    ...unless(!notAfter(dayEnd(scene, targetDate), scene.now), say('SA-3.target-passed', { target: targetDate })),
  ];
}

/** Attestation in progress: a path of its own, with compensating controls and a target date that is a clock. */
export const SA3 = defineControl({
  id: 'SA-3',
  title: "Attestation in progress, with all work under the client's controls",
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  attests: 'in-progress',
  form: FORM,
  numbers: ['targetMaxMonths', 'minimumObservationMonths'],
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: (intake) =>
    intake.currentSoc2Required
      ? {
          applies: false,
          why: say('SA-3.soc2-required'),
        }
      : { applies: true, why: say('SA-3.accepted') },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('SA-3.not-supplied'));
    const letter = `document:${answers.engagementLetter}`;
    return conclude(
      scene,
      [...confinementFaults(answers), ...disagreements(scene), ...targetFaults(scene, answers)],
      [
        doneOn(scene, answers.engagedOn, say('SA-3.engagement', { auditor: answers.auditor })),
        { restsOn: [letter], until: dayEnd(scene, answers.targetDate) },
      ],
    );
  },
});
