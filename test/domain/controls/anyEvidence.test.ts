import fc from 'fast-check';
import type { Intake } from '../../../domain/case/intake.js';
import { type Field, type FormShape, type Json, type JsonObject, TEXT_MAX } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { contentHash } from '../../../domain/hash.js';
import { PAPER_KINDS, type Paper } from '../../../domain/papers/paper.js';
import { fromMs, toMs } from '../../../domain/time.js';
import { assess, asset, HASH, paper, planned, WHO } from '../../support/controls/scene.js';

const FROM = toMs('2026-08-01T00:00:00.000Z');
const instant = fc.integer({ min: FROM, max: FROM + 900 * 86_400_000 }).map(fromMs);
const day = instant.map((at) => at.slice(0, 10));

const TEXTS = ['PL', 'BR', 'github:client/claims', 'answers right', 'leaks'];

/** Any answer that fits a question. */
function answer(field: Field): fc.Arbitrary<Json> {
  switch (field.kind) {
    case 'text':
      return fc.constantFrom(...TEXTS.filter((t) => t.length <= (field.maxLength ?? TEXT_MAX)));
    case 'yes-no':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: field.min ?? -5, max: field.max ?? 500 });
    case 'choice':
      return fc.constantFrom(...field.of);
    case 'choices':
      return fc.oneof(
        fc.constant<Json>([...field.of]),
        fc.subarray<Json>([...field.of], { minLength: field.min ?? 0 }),
      );
    case 'day':
      return day;
    case 'url':
      return fc.constant('https://docs.example/1');
    case 'country':
      return fc.constantFrom('PL', 'DE', 'IN', 'US');
    case 'hash':
      return fc.constantFrom(HASH, 'b'.repeat(64));
    case 'paper':
      return fc.constantFrom('one', 'two', 'gone');
    case 'person':
      return fc.constantFrom(...Object.values(WHO));
    case 'record':
      return form(field.of);
    case 'list':
      return fc.array(form(field.of), { minLength: field.min ?? 0, maxLength: 3 });
    default: {
      const never: never = field;
      return never;
    }
  }
}

const form = (shape: FormShape): fc.Arbitrary<JsonObject> => {
  const entries = Object.entries(shape);
  return fc.record<JsonObject>(Object.fromEntries(entries.map(([name, f]) => [name, answer(f)])), {
    requiredKeys: entries.flatMap(([name, f]) => (f.optional ? [] : [name])),
  });
};

const anyPaper = (id: string): fc.Arbitrary<Paper> =>
  fc
    .record({
      kind: fc.constantFrom(...PAPER_KINDS),
      signers: fc.subarray<string>(['client', 'vendor', WHO.ana]),
      state: fc.constantFrom('draft', 'sent', 'signed', 'in-force', 'in-force', 'in-force', 'revoked'),
      person: fc.option(fc.constant(WHO.ana), { nil: undefined }),
      until: fc.option(instant, { nil: undefined }),
    })
    .map((change) => paper(id, change));

const numbers = {
  minimumCriteria: 1,
  minimumPeriodMonths: 6,
  firstPeriodMonths: 3,
  validMonths: 12,
  bridgeLetterMaxMonths: 3,
  targetMaxMonths: 12,
  minimumObservationMonths: 3,
  logRetentionMinDays: 90,
  minimumMeasures: 2,
  seniorYears: 5,
  certificateMaxMonths: 36,
  auditMaxMonths: 15,
  noticeMaxDays: 60,
  minimumTermMaxMonths: 12,
  exitFeeMaxMonths: 1,
  vendorNoticeMaxHours: 48,
  reportsAfterEndMonths: 24,
  authorityHours: 72,
  criteriaForAssessment: 2,
  checkedWithinMonths: 12,
  prohibitionsFrom: 20250202,
  addedProhibitionsFrom: 20261202,
  generalPurposeFrom: 20250802,
  transparencyFrom: 20260802,
  annexIIIFrom: 20271202,
  annexIFrom: 20280802,
  termsAheadMonths: 12,
  logMaxDays: 30,
  weight: 20,
  minimumScore: 2,
  threshold: 60,
  acceptanceMaxPercent: 1,
  replacementMaxBusinessDays: 7,
  slaBusinessDays: 7,
  overlapMaxDays: 10,
  creditPercentPerDay: 2,
  creditMaxPercent: 20,
  intervalDays: 90,
  answerDays: 14,
  minimumSessions: 2,
  minimumSessionsStaffAugmentation: 4,
  repeatDays: 90,
  minimumProfessionalUsd: 100,
  minimumCyberUsd: 100,
  minimumSharedHours: 3,
  minimumSharedHoursStaffAugmentation: 4,
};
const lists = {
  approvedCountries: ['PL', 'PT'],
  controlsNeeded: ['8.28'],
  requiredLists: ['EU'],
  acceptedIsolation: ['client-account', 'dedicated-account'],
  accountOwners: ['client', 'vendor'],
};
const shapeOf = (id: string): FormShape => CONTROLS[id]?.form ?? {};
const ids = Object.keys(CONTROLS);
const intake: Partial<Intake> = {
  data: {
    classes: ['personal-data'],
    euPersonalData: true,
    residency: { countries: ['PL', 'BR'], requiredBy: 'policy' },
  },
  resources: [asset('manual:claims', { country: 'PL' })],
};
const world = fc.record({
  papers: fc.tuple(anyPaper('one'), anyPaper('two')),
  evidence: fc.record({
    'SA-1': form(shapeOf('SA-1')),
    'SA-2': form(shapeOf('SA-2')),
    'SA-3': form(shapeOf('SA-3')),
    'IP-1': form(shapeOf('IP-1')),
  }),
});

test.each(ids)('%s judges any evidence that fits its form, and tells when time alone will change its mind', (id) => {
  const control = CONTROLS[id];
  const paths = {
    'SA-1': planned('SA-1', numbers),
    'SA-2': planned('SA-2', numbers, true, lists),
    'SA-3': planned('SA-3', numbers),
  };
  const person = control?.subject === 'person' ? WHO.ana : undefined;
  const evidence = control?.form ? form(control.form) : fc.constant(undefined);
  fc.assert(
    fc.property(world, evidence, instant, instant, (around, answers, a, b) => {
      const [now, then] = a < b ? [a, b] : [b, a];
      const scene = { ...around, form: answers, person, numbers, lists, intake, controls: paths };
      const [first, second] = [assess(id, { ...scene, now }), assess(id, { ...scene, now: then })];
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      expect(contentHash(assess(id, { ...scene, now }))).toBe(contentHash(first));
      if (first.status !== 'refused' && first.until !== undefined) expect(toMs(first.until)).toBeGreaterThan(toMs(now));
      if (first.status === second.status) return;
      // Nothing else has changed, so the first answer must have announced that it would.
      expect(first.status === 'refused' ? 'refused for good' : first.until).toBeDefined();
      if (first.status === 'refused') throw new Error(`${id} was refused and then ${second.status} by time alone`);
      expect(toMs(first.until ?? '')).toBeLessThanOrEqual(toMs(then));
    }),
    { numRuns: 60 },
  );
});
