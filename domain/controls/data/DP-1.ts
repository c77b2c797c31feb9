import { type Said, say } from '../../say.js';
import { identical } from '../company.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { disagreementParts } from '../register/disagreements.js';
import { ARTICLE_28_3, type CheckKey, MAY_NOT_APPLY } from './article28.js';
import { lawsOf } from './jurisdiction.js';
import { PROCESSING_FORM } from './processingForm.js';

type Answers = FormOf<typeof PROCESSING_FORM>;

const isKey = (key: string): key is CheckKey => Object.hasOwn(ARTICLE_28_3, key);

function checkFaults({ checks, authorisation }: Answers): Said[] {
  return Object.keys(checks).flatMap((key) => {
    if (!isKey(key)) return [];
    const { answer, where } = checks[key];
    if (answer === 'no') return [say('DP-1.item-missing', { item: key })];
    if (answer === 'not-applicable' && !MAY_NOT_APPLY.includes(key)) return [say('DP-1.item-applies', { item: key })];
    if (answer === 'not-applicable' && key === 'd' && authorisation !== 'none-allowed')
      return [say('DP-1.item-applies-here', { item: key })];
    return unless(where !== undefined, say('DP-1.clause-missing', { item: key }));
  });
}

function subProcessorFaults({ state }: Scene, { authorisation, noticeOfChanges, subProcessors }: Answers): Said[] {
  const listed = subProcessors.map((s) => s.company);
  const vendor = state.intake.vendor.name;
  return [
    ...unless(!listed.some((name) => identical(name, vendor)), say('DP-1.vendor-itself', { vendor })),
    ...unless(authorisation !== 'silent', say('DP-1.silent')),
    ...unless(authorisation !== 'none-allowed' || listed.length === 0, say('DP-1.none-allowed', { companies: listed })),
    ...unless(authorisation !== 'general' || noticeOfChanges === true, say('DP-1.no-notice')),
    ...subProcessors.flatMap((s) => [
      ...unless(s.authorised, say('DP-1.not-authorised', { company: s.company })),
      ...unless(s.sameDuties, say('DP-1.not-bound', { company: s.company })),
    ]),
  ];
}

function roleFaults({ state }: Scene, { clientRole, vendorRole }: Answers): Said[] {
  const { roles } = state.intake.data;
  const wanted = roles ?? { client: 'controller', vendor: 'processor' };
  return [
    ...unless(
      clientRole === wanted.client && vendorRole === wanted.vendor,
      say('DP-1.roles', {
        client: clientRole,
        vendor: vendorRole,
        intakeClient: wanted.client,
        intakeVendor: wanted.vendor,
      }),
    ),
  ];
}

/** A data processing agreement in force, checked against Art. 28(3) GDPR item by item; Art. 28 of the UK GDPR and Art. 9 FADP ask for no less. */
export const DP1 = defineControl({
  id: 'DP-1',
  title: 'Data processing agreement under Art. 28 GDPR',
  area: 'data',
  risk: 'data-exposure',
  nist: 'govern',
  subject: 'case',
  form: PROCESSING_FORM,
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: (intake) => {
    const laws = lawsOf(intake);
    return laws.length > 0
      ? { applies: true, why: say('DP-1.law', { laws }) }
      : { applies: false, why: say('DP-1.no-law') };
  },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DP-1.not-supplied'));
    return conclude(
      scene,
      [...roleFaults(scene, answers), ...checkFaults(answers), ...subProcessorFaults(scene, answers)],
      [paperPart(scene, answers, { kind: 'dpa', signers: ['client', 'vendor'] }), ...disagreementParts(scene)],
    );
  },
});
