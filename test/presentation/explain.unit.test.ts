import { compilePlan } from '../../policy/compilePlan.js';
import { explainPlan, explanationText } from '../../presentation/plan/explain.js';
import { intake } from '../support/controls/fixtures.js';
import { policyOf } from '../support/policy/policyText.js';

const plan = compilePlan(
  { policy: policyOf(), hash: 'c0ffee'.padEnd(64, '0') },
  { ...intake, currentSoc2Required: true },
);
const explanation = explainPlan(plan);
const of = (id: string) => explanation.controls.find((c) => c.id === id);

describe('the explanation of a plan', () => {
  test('given a control that holds a gate, then what it holds, who supplies it, who decides, by when, who may waive it', () => {
    expect(of('IP-3')).toMatchObject({
      applies: true,
      binds: 'holds repositories',
      owner: 'vendor-contact',
      decides: 'legal',
      by: '16 business hours, behind evaluate',
      waiver: 'legal, 14 days at most',
    });
  });

  test('given tracked, locked, alternative and beating controls, then each in its own words', () => {
    expect(of('ON-3')).toMatchObject({
      binds: 'due on day 5',
      by: 'day 5, behind contract, attestation, working-agreement',
    });
    expect(of('RF-2')).toMatchObject({
      binds: 'stops the case until legal clears it',
      decides: 'legal',
      waiver: 'nobody: locked',
    });
    expect(of('SA-1')?.binds).toBe('holds repositories (one of path attestation)');
    expect(of('CA-1')?.binds).toBe('every working day');
    expect(of('KT-4')?.binds).toBe('checkpoint on day 30');
  });

  test('given a control that is barred, then the text says why in its own line', () => {
    const lines = explanationText(explanation).split('\n');
    const at = lines.findIndex((l) => l.startsWith('  SA-3 '));
    expect(lines[at + 1]).toBe(
      '        does not apply: The client requires a current SOC 2 report; an attestation in progress is not enough.',
    );
  });

  test('given the intake, then the text starts with the recommended model and the answers that led there', () => {
    expect(explanationText(explanation).split('\n').slice(0, 5)).toEqual([
      'Policy default, version 2026-11-01 (c0ffee000000)',
      '',
      'Engagement model: managed-team is recommended; the intake asks for managed-team.',
      '  - In-house management time is limited.',
      '  - An outcome is needed within weeks.',
    ]);
  });

  test('given every control of the plan, then the text names each once', () => {
    const text = explanationText(explanation);
    for (const id of Object.keys(plan.controls)) expect(text.match(new RegExp(`^  ${id} `, 'gm'))).toHaveLength(1);
  });
});
