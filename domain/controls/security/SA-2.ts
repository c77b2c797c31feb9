import type { Why } from '../../say.js';
import { conclude, listOf, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { ISO27001_FORM } from './iso27001Form.js';

type Answers = FormOf<typeof ISO27001_FORM>;

function certificateFaults(scene: Scene, answers: Answers): Why[] {
  const { coversWork, certifiedBy, accreditedBy, issuedOn, validUntil, lastAuditOn } = answers;
  const most = numberOf(scene, 'certificateMaxMonths');
  return [
    ...unless(coversWork, 'The scope of the certificate is not this work; it has to cover it.'),
    ...unless(
      accreditedBy !== undefined,
      `${certifiedBy} is not accredited for ISO/IEC 27001; the certificate has to come from an accredited body.`,
    ),
    ...unless(issuedOn <= validUntil, 'The certificate ends before it was issued; correct the days.'),
    ...unless(
      validUntil <= plusMonths(issuedOn, most),
      `The certificate is valid for more than ${most} months, longer than one may be issued for; correct the days.`,
    ),
    ...unless(lastAuditOn <= validUntil, 'The last audit lies after the end of the certificate; correct the days.'),
  ];
}

/** Every exclusion is justified (ISO/IEC 27001:2022, 6.1.3 d), and none is of a control that this work needs. */
function statementFaults(scene: Scene, { statementNamed, excluded }: Answers): Why[] {
  const bare = excluded.filter((e) => e.justification === undefined).map((e) => e.control);
  const needed = listOf(scene, 'controlsNeeded');
  const missing = excluded.map((e) => e.control).filter((c) => needed.includes(c));
  return [
    ...unless(
      statementNamed,
      'The certificate names another version of the statement of applicability; supply the one that it names.',
    ),
    ...unless(
      bare.length === 0,
      `The statement of applicability leaves out ${bare.join(', ')} and does not justify it; each exclusion needs a justification.`,
    ),
    ...unless(
      missing.length === 0,
      `The statement of applicability leaves out ${missing.join(', ')}; this work needs it in.`,
    ),
  ];
}

/** A certificate ends on a day, so the paper that shows it has to end as well. */
function certificatePart(scene: Scene, cite: { paper: string; textHash?: string }): Part {
  const part = paperPart(scene, cite, { kind: 'attestation-report', signers: [] });
  if (part.missing !== undefined || part.until !== undefined) return part;
  const what = `The paper ${cite.paper} has no end; register the certificate with the day on which it ends.`;
  return { restsOn: [], missing: { what, turn: scene.planned.owner } };
}

/** ISO/IEC 27001:2022 by an accredited body; the 2013 edition went out of use on 31 October 2025 (IAF MD 26). */
export const SA2 = defineControl({
  id: 'SA-2',
  title: 'Valid ISO/IEC 27001:2022 certificate by an accredited body',
  area: 'security',
  risk: 'data-exposure',
  nist: 'measure',
  subject: 'case',
  form: { ...paperFields('the ISO/IEC 27001 certificate'), ...ISO27001_FORM },
  numbers: ['certificateMaxMonths', 'auditMaxMonths'],
  lists: ['controlsNeeded'],
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: (intake) =>
    intake.currentSoc2Required
      ? {
          applies: false,
          why: 'The client accepts nothing less than a current SOC 2 report, so an ISO/IEC 27001 certificate does not do.',
        }
      : { applies: true, why: 'The client accepts an ISO/IEC 27001:2022 certificate in place of a SOC 2 report.' },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'No ISO/IEC 27001:2022 certificate is supplied.');
    const { edition, issuedOn, lastAuditOn, validUntil, statement } = answers;
    // Nothing else about it matters: such a certificate is no longer valid, whatever day it bears.
    if (edition === '2013')
      return conclude(scene, [
        'This certificate is to the 2013 edition, whose transition ended on 31 October 2025 (IAF MD 26); one to ISO/IEC 27001:2022 is needed.',
      ]);
    const audited = dayEnd(scene, plusMonths(lastAuditOn, numberOf(scene, 'auditMaxMonths')));
    return conclude(
      scene,
      [...certificateFaults(scene, answers), ...statementFaults(scene, answers)],
      [
        certificatePart(scene, answers),
        doneOn(scene, issuedOn, 'The day of issue'),
        doneOn(scene, lastAuditOn, 'The last audit'),
        { restsOn: [`document:${statement}`], until: dayEnd(scene, validUntil) },
        { restsOn: [], until: audited },
      ],
    );
  },
});
