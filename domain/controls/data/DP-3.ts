import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { type FormOf, isForm } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { isClient, isVendor } from '../sides.js';
import { appliesToPersonalData } from './personalData.js';

/** What has to be done after a breach (GDPR Art. 33 and 34), each step written down beforehand. */
const STEPS = [
  'contain-and-preserve-evidence',
  'vendor-tells-client',
  'assess-the-risk',
  'notify-the-authority-or-controller',
  'tell-the-people-concerned',
  'document-the-breach',
] as const;

const FORM = {
  ...paperFields("the agreement with the vendor's duty to report breaches"),
  clause: { kind: 'text', maxLength: 120, ask: 'In which clause?' },
  vendorNoticeHours: {
    kind: 'number',
    min: 0,
    ask: 'Within how many hours of becoming aware of a breach must the vendor tell the client?',
  },
  clientNoticeHours: {
    kind: 'number',
    min: 0,
    ask: 'Within how many hours of becoming aware does the client notify the supervisory authority or, as a processor itself, its controller?',
  },
  reportsAfterEndMonths: {
    kind: 'number',
    min: 0,
    max: 240,
    integer: true,
    optional: true,
    ask: 'For how many months after its end does the agreement have the vendor report breaches? Leave out if it does not say.',
  },
  owner: { kind: 'person', ask: "Which of the client's people owns a breach from notice to closure?" },
  clientContact: { kind: 'person', ask: "Which of the client's people does the vendor notify?" },
  vendorContact: { kind: 'person', ask: "Which of the vendor's people gives notice and answers questions?" },
  steps: { kind: 'choices', of: STEPS, ask: 'Which steps does the written procedure cover, each with who does it?' },
  procedure: { kind: 'hash', ask: 'SHA-256 of the written procedure.' },
  groupRevenueEur: {
    kind: 'number',
    min: 0,
    integer: true,
    optional: true,
    ask: "Turnover of the client's whole group in the preceding year, in whole euros. Leave out if the intake names it.",
  },
} as const;
type Answers = FormOf<typeof FORM>;

/** The group's turnover of the preceding year, euro, by the intake or else by the evidence for DP-3; undefined while nobody named it. */
export function groupRevenueOf(state: CaseState): number | undefined {
  const form = state.evidence['DP-3']?.form;
  return (
    state.intake.client.groupRevenueEur ?? (form !== undefined && isForm(FORM, form) ? form.groupRevenueEur : undefined)
  );
}

function hourFaults(scene: Scene, { vendorNoticeHours, clientNoticeHours }: Answers): Said[] {
  const [vendor, authority] = [numberOf(scene, 'vendorNoticeMaxHours'), numberOf(scene, 'authorityHours')];
  return [
    ...unless(vendorNoticeHours <= vendor, say('DP-3.vendor-notice', { hours: vendorNoticeHours, limit: vendor })),
    ...unless(
      clientNoticeHours <= authority,
      say('DP-3.client-notice', { hours: clientNoticeHours, limit: authority }),
    ),
  ];
}

function peopleFaults({ state }: Scene, { owner, clientContact, vendorContact }: Answers): Said[] {
  const outsiders = [...new Set([owner, clientContact])].filter((id) => !isClient(state, id));
  return [
    ...unless(outsiders.length === 0, say('DP-3.not-client', { people: outsiders })),
    ...unless(isVendor(state, vendorContact), say('DP-3.not-vendor', { person: vendorContact })),
  ];
}

/** The turnover is needed to show what a breach may cost (Art. 83(4) and (5)), and only where the GDPR fines. */
function revenuePart({ state, planned }: Scene, answers: Answers): Part {
  const known = state.intake.client.groupRevenueEur ?? answers.groupRevenueEur;
  if (known !== undefined || !state.intake.data.euPersonalData) return { restsOn: [] };
  return { restsOn: [], missing: { what: say('DP-3.revenue-missing'), turn: planned.owner } };
}

/** Breach duty: who tells whom, within how many hours, by which steps, before anything has happened. */
export const DP3 = defineControl({
  id: 'DP-3',
  title: 'Breach response: contacts, owner, steps and notice periods',
  area: 'data',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  form: FORM,
  numbers: ['vendorNoticeMaxHours', 'authorityHours', 'reportsAfterEndMonths'],
  suppliedBy: ['procurement', 'security', 'legal'],
  applies: appliesToPersonalData,
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DP-3.not-supplied'));
    const unwritten = STEPS.filter((s) => !answers.steps.includes(s));
    return conclude(
      scene,
      [
        ...hourFaults(scene, answers),
        ...peopleFaults(scene, answers),
        ...unless(unwritten.length === 0, say('DP-3.steps-missing', { steps: unwritten })),
      ],
      [
        paperPart(scene, answers, { kind: ['dpa', 'annex', 'master-agreement'], signers: ['client', 'vendor'] }),
        revenuePart(scene, answers),
        { restsOn: [`document:${answers.procedure}`] },
      ],
    );
  },
});
