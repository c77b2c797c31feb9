import { caseForm } from '../../../contract/console/form.js';
import type { FormShape } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { asksFor, fieldsOf } from '../../../presentation/console/fields.js';

const FORMS = Object.values(CONTROLS).flatMap(({ id, form }): [string, FormShape][] =>
  form === null ? [] : [[id, form]],
);

test.each(FORMS)('the form of %s goes through the contract whole, however deep its questions lie', (_id, form) => {
  const plain = JSON.parse(JSON.stringify(fieldsOf(form)));
  expect(caseForm.shape.fields.parse(plain)).toEqual(plain);
});

test('a field says what it allows, in words where there is a choice', () => {
  expect(
    fieldsOf({
      kind: { kind: 'choice', of: ['soc-2-type-1', 'none'], ask: 'Which report?' },
      parts: {
        kind: 'list',
        min: 1,
        ask: 'Which parts?',
        of: { hours: { kind: 'number', min: 0, max: 8, integer: true, optional: true, ask: 'How long?' } },
      },
    }),
  ).toEqual([
    {
      name: 'kind',
      ask: 'Which report?',
      kind: 'choice',
      optional: false,
      of: [
        { value: 'soc-2-type-1', text: 'SOC 2 Type I' },
        { value: 'none', text: 'none' },
      ],
    },
    {
      name: 'parts',
      ask: 'Which parts?',
      kind: 'list',
      optional: false,
      min: 1,
      fields: [{ name: 'hours', ask: 'How long?', kind: 'number', optional: true, min: 0, max: 8, integer: true }],
    },
  ]);
});

test('somebody or a document is asked for, however deep', () => {
  const person = { kind: 'person', ask: 'Who?' } as const;
  const deep: FormShape = { a: { kind: 'record', ask: 'a', of: { b: { kind: 'list', ask: 'b', of: { person } } } } };
  expect([asksFor(deep, 'person'), asksFor(deep, 'paper'), asksFor({}, 'person')]).toEqual([true, false, false]);
});
