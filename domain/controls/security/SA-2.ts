import { type Said, say } from '../../say.js';
import { isVendorCompany, sameCompany } from '../company.js';
import { conclude, listOf, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { ISO27001_FORM } from './iso27001Form.js';

type Answers = FormOf<typeof ISO27001_FORM>;

function certificateFaults(scene: Scene, answers: Answers): Said[] {
  const { coversWork, certifiedBy, accreditedBy, issuedOn, validUntil, lastAuditOn } = answers;
  const most = numberOf(scene, 'certificateMaxMonths');
  return [
    ...unless(coversWork, say('SA-2.other-scope')),
    ...unless(!isVendorCompany(scene.state, certifiedBy), say('SA-2.own-body', { body: certifiedBy })),
    ...unless(
      accreditedBy === undefined || !sameCompany(accreditedBy, certifiedBy),
      say('SA-2.accredits-itself', { body: certifiedBy }),
    ),
    ...unless(accreditedBy !== undefined, say('SA-2.not-accredited', { body: certifiedBy })),
    ...unless(issuedOn <= validUntil, say('SA-2.reversed', { issued: issuedOn, until: validUntil })),
    ...unless(
      validUntil <= plusMonths(issuedOn, most),
      say('SA-2.too-long', { issued: issuedOn, until: validUntil, limit: most }),
    ),
    ...unless(lastAuditOn <= validUntil, say('SA-2.audit-after-end', { audited: lastAuditOn, until: validUntil })),
  ];
}

/** Every exclusion is justified (ISO/IEC 27001:2022, 6.1.3 d), and none is of a control that this work needs. */
function statementFaults(scene: Scene, { statementNamed, excluded }: Answers): Said[] {
  const bare = excluded.filter((e) => e.justification === undefined).map((e) => e.control);
  const needed = listOf(scene, 'controlsNeeded');
  const missing = excluded.map((e) => e.control).filter((c) => needed.includes(c));
  return [
    ...unless(statementNamed, say('SA-2.other-statement')),
    ...unless(bare.length === 0, say('SA-2.unjustified', { excluded: bare })),
    ...unless(missing.length === 0, say('SA-2.excludes-needed', { excluded: missing })),
  ];
}

/** A certificate ends on a day, so the paper that shows it has to end as well. */
function certificatePart(scene: Scene, cite: { paper: string; textHash?: string }): Part {
  const part = paperPart(scene, cite, { kind: 'attestation-report', signers: [] });
  if (part.missing !== undefined || part.until !== undefined) return part;
  const what = say('SA-2.endless-paper', { paper: cite.paper });
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
  attests: 'held',
  form: { ...paperFields('the ISO/IEC 27001 certificate'), ...ISO27001_FORM },
  numbers: ['certificateMaxMonths', 'auditMaxMonths'],
  lists: ['controlsNeeded'],
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: (intake) =>
    intake.currentSoc2Required
      ? {
          applies: false,
          why: say('SA-2.soc2-required'),
        }
      : { applies: true, why: say('SA-2.accepted') },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('SA-2.not-supplied'));
    const { edition, issuedOn, lastAuditOn, validUntil, statement } = answers;
    // Nothing else about it matters: such a certificate is no longer valid, whatever day it bears.
    if (edition === '2013') return conclude(scene, [say('SA-2.edition-2013')]);
    const audited = dayEnd(scene, plusMonths(lastAuditOn, numberOf(scene, 'auditMaxMonths')));
    return conclude(
      scene,
      [...certificateFaults(scene, answers), ...statementFaults(scene, answers)],
      [
        certificatePart(scene, answers),
        doneOn(scene, issuedOn, say('SA-2.certificate')),
        doneOn(scene, lastAuditOn, say('SA-2.audit')),
        { restsOn: [`document:${statement}`], until: dayEnd(scene, validUntil) },
        { restsOn: [], until: audited },
      ],
    );
  },
});
