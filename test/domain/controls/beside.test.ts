import type { Approval } from '../../../domain/approvals/approval.js';
import { STAGES } from '../../../domain/case/plan.js';
import { BESIDE } from '../../../domain/controls/beside.js';
import type { FormShape } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { questionOf } from '../../../presentation/words/questions.js';

const fieldsIn = (shape: FormShape, at = ''): string[] =>
  Object.entries(shape).flatMap(([name, field]) =>
    field.kind === 'record' ? fieldsIn(field.of, `${at}${name}.`) : [`${at}${name}`],
  );

test('given a threshold that stands beside an answer, then its control reads it and asks that question', () => {
  const wrong = Object.entries(BESIDE).flatMap(([id, beside]) => {
    const { form, numbers = [], lists = [] } = CONTROLS[id] ?? { form: null };
    const fields = form === null ? [] : fieldsIn(form);
    return Object.entries(beside).filter(
      ([threshold, field]) => ![...numbers, ...lists].includes(threshold) || !fields.includes(field),
    );
  });
  expect(wrong).toEqual([]);
});

const asked = (kind: Approval['kind'], subject: string, request?: Approval['request']): string =>
  questionOf({ kind, subject, ...(request && { request }) } as Approval, { zone: 'Europe/Berlin' });

test('every gate has a question of its own', () => {
  const questions = STAGES.map((stage) => asked('gate', stage));
  expect(new Set(questions).size).toBe(STAGES.length);
  expect(questions.every((question) => question.endsWith('?'))).toBe(true);
});

test('what else is decided is asked with what it is about, and until when', () => {
  const until = '2026-09-20T22:00:00.000Z';
  expect([
    asked('waiver', 'IN-1', { reason: '', until }),
    asked('remedy', 'RF-2', { reason: '', until, term: 'Show it.' }),
    asked('clearance', 'RF-1:ada'),
    asked('policy', 'strict 2'),
  ]).toEqual([
    'Can we do without IN-1 Insurance until Sun 20 Sep 2026, 24:00 (Berlin)?',
    `Is the remedy for RF-2 ${CONTROLS['RF-2']?.title} good enough until Sun 20 Sep 2026, 24:00 (Berlin)?`,
    `Is what raised RF-1 ${CONTROLS['RF-1']?.title} for {person:ada} settled?`,
    'Should the policy strict 2 apply to this case from now on?',
  ]);
});
