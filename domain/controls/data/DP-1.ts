import { resourcesOf } from '../../access/resources.js';
import { type Said, say } from '../../say.js';
import { namesCompany, sameCompany } from '../company.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { vendorModelsOf } from '../security/thirdPartyModels.js';
import { onRoster } from '../sides.js';
import { ARTICLE_28_3, type CheckKey, MAY_NOT_APPLY } from './article28.js';
import { lawsOf } from './jurisdiction.js';

const FORM = {
  ...paperFields('the data processing agreement'),
  clientRole: {
    kind: 'choice',
    of: ['controller', 'processor'],
    ask: 'In which role does the agreement name the client?',
  },
  vendorRole: {
    kind: 'choice',
    of: ['processor', 'sub-processor'],
    ask: 'In which role does the agreement name the vendor?',
  },
  checks: { kind: 'record', ask: 'What the agreement says on each item of Art. 28(3) GDPR.', of: ARTICLE_28_3 },
  authorisation: {
    kind: 'choice',
    of: ['none-allowed', 'specific', 'general', 'silent'],
    ask: 'How does the agreement authorise further processors (Art. 28(2)): none allowed, each one specifically, in general, or not mentioned?',
  },
  noticeOfChanges: {
    kind: 'yes-no',
    optional: true,
    ask: 'For a general authorisation: is the client told of changes in time to object?',
  },
  subProcessors: {
    kind: 'list',
    ask: 'Further processors in use. Leave the list empty if there are none.',
    of: {
      company: { kind: 'text', maxLength: 120, ask: 'Which company?' },
      authorised: { kind: 'yes-no', ask: 'Is it authorised in writing (Art. 28(2))?' },
      sameDuties: { kind: 'yes-no', ask: 'Is it bound by contract to the same data protection duties (Art. 28(4))?' },
    },
  },
} as const;
type Answers = FormOf<typeof FORM>;

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

/** Companies of the roster, other than the vendor, whose people are to reach something with personal data. */
function subcontractorsInReach({ state }: Scene): string[] {
  const personal = resourcesOf(state.intake).flatMap((r) => (r.personalData ? [r.id] : []));
  const reaching = Object.values(state.people).filter(
    (p) => onRoster(state, p.id) && p.needs.some((n) => personal.includes(n.resource)),
  );
  return [...new Set(reaching.map((p) => p.employer))].filter((e) => e !== state.intake.vendor.name);
}

function subProcessorFaults(scene: Scene, { authorisation, noticeOfChanges, subProcessors }: Answers): Said[] {
  const listed = subProcessors.map((s) => s.company);
  const unlisted = subcontractorsInReach(scene).filter((c) => !listed.some((l) => sameCompany(l, c)));
  const models = vendorModelsOf(scene.state).filter(({ provider }) => !listed.some((l) => namesCompany(provider, l)));
  return [
    ...unless(authorisation !== 'silent', say('DP-1.silent')),
    ...unless(authorisation !== 'none-allowed' || listed.length === 0, say('DP-1.none-allowed', { companies: listed })),
    ...unless(authorisation !== 'general' || noticeOfChanges === true, say('DP-1.no-notice')),
    ...subProcessors.flatMap((s) => [
      ...unless(s.authorised, say('DP-1.not-authorised', { company: s.company })),
      ...unless(s.sameDuties, say('DP-1.not-bound', { company: s.company })),
    ]),
    ...models.map(({ tool, provider }) => say('DP-1.model-unlisted', { tool, provider })),
    ...unless(unlisted.length === 0, say('DP-1.unlisted', { companies: unlisted })),
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
  form: FORM,
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
      [paperPart(scene, answers, { kind: 'dpa', signers: ['client', 'vendor'] })],
    );
  },
});
