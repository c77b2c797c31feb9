import type { Intake } from '../../domain/case/intake.js';
import { IN_FORCE } from '../../domain/case/plan.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { say } from '../../domain/say.js';
import { compilePlan } from '../../policy/compilePlan.js';
import { policyHash } from '../../policy/loadPolicy.js';
import { wordsOf } from '../../presentation/words/words.js';
import { intake } from '../support/controls/fixtures.js';
import { controlBlock, DEFAULT_TEXT, edited, policyOf, withLine } from '../support/policy/policyText.js';

const loaded = (text: string = DEFAULT_TEXT) => ({ policy: policyOf(text), hash: policyHash(text) });
const plan = compilePlan(loaded(), intake);
const withEu: Intake = {
  ...intake,
  data: { classes: ['personal-data'], euPersonalData: true, roles: { client: 'controller', vendor: 'processor' } },
};

describe('the plan that the default policy makes', () => {
  test('given a simple intake, then every control of the registry is in it, each with why', () => {
    expect(Object.keys(plan.controls).sort()).toEqual(Object.keys(CONTROLS).sort());
    for (const { applies, why = IN_FORCE } of Object.values(plan.controls)) {
      expect(wordsOf(why)).toMatch(/^[A-Z].*[.]$/);
      expect(applies || why !== IN_FORCE).toBe(true);
    }
  });

  test('given the catalogue, then every control binds as it says there', () => {
    const { controls } = compilePlan(loaded(), { ...intake, aiAct: { euMarket: true } });
    const binds = Object.fromEntries(
      Object.values(controls).map(({ id, binding: b }) => [
        id,
        b.kind === 'gate'
          ? b.holds.join()
          : b.kind === 'deal-breaker'
            ? `${b.kind} ${b.clearedBy}`
            : b.kind === 'track' || b.kind === 'checkpoint'
              ? `${b.kind} ${b.day}`
              : b.kind === 'meeting'
                ? b.every
                : b.kind,
      ]),
    );
    expect(binds).toEqual({
      'SU-1': 'stage',
      'SU-2': 'advise',
      'SU-3': 'stage',
      'SU-4': 'stage',
      'SU-5': 'advise',
      'SU-6': 'advise',
      'EM-1': 'advise',
      'EM-2': 'stage',
      'EM-3': 'track 5',
      'PE-1': 'stage',
      'PE-2': 'advise',
      'PE-3': 'stage',
      'PE-4': 'stage',
      'PE-5': 'stage',
      'PE-6': 'stage',
      'SC-1': 'stage',
      'IN-1': 'track 10',
      'RF-1': 'deal-breaker security',
      'RF-2': 'deal-breaker legal',
      'RF-3': 'deal-breaker security',
      'RF-4': 'deal-breaker procurement',
      'RF-5': 'deal-breaker procurement',
      'RF-6': 'deal-breaker engineering-manager',
      'RF-7': 'deal-breaker engineering-manager',
      'IP-1': 'repo',
      'IP-2': 'repo',
      'IP-3': 'repo',
      'IP-4': 'data,models',
      'IP-5': 'data,models',
      'IP-6': 'repo',
      'IP-7': 'repo',
      'GV-1': 'track 14',
      'DP-1': 'data',
      'DP-2': 'data',
      'DP-3': 'data',
      'DP-4': 'data',
      'SA-1': 'repo',
      'SA-2': 'repo',
      'SA-3': 'repo',
      'SA-4': 'always',
      'DC-1': 'repo',
      'DC-2': 'data',
      'DC-3': 'models',
      'DC-4': 'repo',
      'DC-5': 'repo',
      'AI-1': 'work',
      'PP-1': 'person',
      'PP-2': 'person',
      'PP-3': 'person',
      'ON-1': 'track 1',
      'ON-2': 'track 5',
      'ON-3': 'track 5',
      'ON-4': 'work',
      'CA-1': 'working-day',
      'CA-2': 'week',
      'CA-3': 'month',
      'CA-4': 'advise',
      'KP-1': 'work',
      'KP-2': 'work',
      'KP-3': 'work',
      'KP-4': 'work',
      'KP-5': 'work',
      'KT-1': 'checkpoint 14',
      'KT-2': 'checkpoint 21',
      'KT-3': 'checkpoint 1',
      'KT-4': 'checkpoint 30',
      'KT-5': 'track 30',
      'RP-1': 'sla',
      'AR-1': 'always',
      'OF-1': 'closed',
      'AU-1': 'always',
      'AU-2': 'always',
    });
    expect(['SA-1', 'SA-2', 'SA-3'].map((id) => controls[id]?.path)).toEqual(Array(3).fill('attestation'));
    expect([controls['KT-3']?.behind, controls['ON-1']?.behind]).toEqual([undefined, undefined]);
  });

  test('given the reviews that can run side by side, then they wait for the evaluation alone', () => {
    const after = Object.fromEntries(plan.stages.map((s) => [s.id, s.after]));
    for (const stage of ['contract', 'data-protection', 'attestation', 'people'] as const)
      expect(after[stage]).toEqual(['evaluate']);
    expect(plan.stages.find((s) => s.id === 'day-30-review')?.notBeforeDay).toBe(30);
  });

  test('given segregation of duties, then every gate has a decider whose role supplies nothing of it', () => {
    for (const stage of plan.stages) {
      const suppliers = Object.values(plan.controls).flatMap((c) =>
        c.stage === stage.id && c.binding.kind === 'gate' && CONTROLS[c.id]?.subject === 'case'
          ? (CONTROLS[c.id]?.suppliedBy ?? [])
          : [],
      );
      const roles = stage.deciders.map((d) => d.role);
      expect(roles.length === 0 || roles.some((r) => !suppliers.includes(r))).toBe(true);
    }
  });

  test('given the numbers that the controls read, then each is there', () => {
    for (const { id, applies, numbers = {}, lists = {} } of Object.values(plan.controls)) {
      const read = [...(CONTROLS[id]?.numbers ?? []), ...(CONTROLS[id]?.lists ?? [])];
      expect([...Object.keys(numbers), ...Object.keys(lists)].sort()).toEqual(applies ? read.sort() : []);
    }
  });
});

describe('what an intake makes of the policy', () => {
  test('given a case that does not say whether the AI Act applies, then AI-1 binds as in one that says so, and not in one that says it does not', () => {
    const of = (aiAct?: { euMarket: boolean }) => {
      const { applies, binding } = compilePlan(loaded(), { ...intake, ...(aiAct && { aiAct }) }).controls['AI-1'] ?? {};
      return [applies, binding?.kind];
    };
    expect([of(), of({ euMarket: true }), of({ euMarket: false })]).toEqual([
      [true, 'gate'],
      [true, 'gate'],
      [false, 'gate'],
    ]);
  });

  test('given days off, a drill that is optional and last days that move, then the plan says so', () => {
    const { policy, hash } = loaded();
    const daysOff = { client: ['2026-12-31'] };
    const more = { ...policy, daysOff, drillIsOptional: true, lastDayMovesToWorkingDay: true };
    expect(compilePlan({ policy: more, hash }, intake)).toMatchObject({
      daysOff,
      drillIsOptional: true,
      movesOffDaysOff: true,
    });
  });

  test('given no personal data of people in the EU, then DP-1 does not apply and its gate opens by itself', () => {
    expect(plan.controls['DP-1']).toMatchObject({ applies: false, why: say('DP-1.no-law') });
    expect(plan.stages.find((s) => s.id === 'data-protection')?.deciders).toEqual([]);
  });

  test('given personal data of people in the EU, then DP-1 applies and privacy decides', () => {
    const eu = compilePlan(loaded(), withEu);
    expect(eu.controls['DP-1']?.applies).toBe(true);
    expect(eu.stages.find((s) => s.id === 'data-protection')?.deciders).toEqual([{ role: 'privacy', quorum: 1 }]);
  });

  test('given a buyer for whom a current SOC 2 is a hard gate, then SA-3 is barred and SA-1 stays', () => {
    const hard = compilePlan(loaded(), { ...intake, currentSoc2Required: true });
    expect(hard.controls['SA-3']).toMatchObject({ applies: false, why: say('SA-3.soc2-required') });
    expect(hard.controls['SA-1']?.applies).toBe(true);
  });

  test('given each engagement model, then the client owns the architecture in staff augmentation only', () => {
    const owners = (['staff-augmentation', 'project', 'managed-team'] as const).map(
      (model) => compilePlan(loaded(), intake, model).controls['KT-1']?.owner,
    );
    expect(owners).toEqual(['engineering-manager', 'vendor-contact', 'vendor-contact']);
  });

  test('given another model than the one wanted, then the plan says which was wanted, recommended and chosen', () => {
    expect(compilePlan(loaded(), { ...intake, model: 'project' }, 'staff-augmentation').model).toMatchObject({
      wanted: 'project',
      recommended: 'managed-team',
      chosen: 'staff-augmentation',
    });
  });

  test('given EM-3 in force, then its prices are what the rate of the intake is set beside', () => {
    const { policy, hash } = loaded();
    const price = (value: number) => ({ value, source: 'Survey 2026' });
    const numbers = { inHouseLowUsd: price(100), inHouseHighUsd: price(300), managedTeamFromUsd: price(90) };
    const { 'EM-3': _own, ...others } = policy.controls;
    const reasonsWith = (controls: typeof others) =>
      compilePlan({ policy: { ...policy, controls }, hash }, { ...intake, monthlyRateUsd: 200 }).model.reasons;
    const { 'EM-1': em1 } = others;
    if (em1 === undefined) throw new Error('the default policy has no EM-1');
    expect(reasonsWith({ ...others, 'EM-3': { ...em1, numbers } })).toEqual([
      ...reasonsWith(others),
      say('engagement.rate-like-in-house', {
        rateUsd: 200,
        lowUsd: 100,
        highUsd: 300,
        source: 'Survey 2026',
        fromUsd: 90,
        fromSource: 'Survey 2026',
      }),
    ]);
  });

  test.each([
    ['intake.data.euPersonalData', false, 'plan.condition-fails'],
    ['!intake.data.euPersonalData', true, 'plan.condition-holds'],
  ])('given the condition %s on ON-1, then it applies: %s, and says so', (when, applies, code) => {
    const { controls } = compilePlan(loaded(withLine('ON-1', `when: "${when}"`)), intake);
    expect(controls['ON-1']).toMatchObject({ applies, why: { code, condition: when } });
  });

  test('given a condition that a control of code bars, then both have to hold', () => {
    const { controls } = compilePlan(loaded(withLine('DP-1', 'when: "true"')), intake);
    expect(controls['DP-1']?.applies).toBe(false);
  });

  test('given a meeting that does not apply, then it is not held', () => {
    const { meetings } = compilePlan(loaded(withLine('CA-1', 'when: "false"')), intake);
    expect(meetings.map((b) => b.id)).toEqual(['CA-2', 'CA-3']);
  });
});

describe('the hash of a plan', () => {
  test('given the same policy and intake in another order of keys, then the same', () => {
    const turned: Intake = { ...Object.fromEntries(Object.entries(intake).reverse()), ...intake };
    expect(compilePlan(loaded(), turned).hash).toBe(plan.hash);
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('given another model, intake or policy text, then another', () => {
    const hashes = [
      plan.hash,
      compilePlan(loaded(), intake, 'project').hash,
      compilePlan(loaded(), { ...intake, currentSoc2Required: true }).hash,
      compilePlan(loaded(`${DEFAULT_TEXT}# a note\n`), intake).hash,
      compilePlan(loaded(edited(controlBlock('KT-2'), '')), intake).hash,
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('given a plan as JSON and back, then nothing is lost', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
