import fc from 'fast-check';
import type { Field, FormShape, Json, JsonObject } from '../../domain/controls/form.js';
import { formFaults } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { formSchema } from '../../policy/forms.js';
import { caseFileJsonSchema, formsJsonSchema, policyJsonSchema } from '../../policy/schemas.js';

/** Any answer to a question, right by construction. */
function answer(field: Field): fc.Arbitrary<Json> {
  switch (field.kind) {
    case 'text':
      return fc.stringMatching(/^[a-z]{1,20}$/).map((t) => t.slice(0, field.maxLength));
    case 'paper':
    case 'person':
      return fc.stringMatching(/^[a-z]{1,20}$/);
    case 'url':
      return fc.constant('https://vendor.example/report');
    case 'yes-no':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? 1000 });
    case 'choice':
      return fc.constantFrom(...field.of);
    case 'choices':
      return fc.subarray([...field.of], { minLength: field.min ?? 0 });
    case 'day':
      return fc.constantFrom('2026-09-01', '2028-02-29');
    case 'country':
      return fc.constantFrom('PL', 'GB');
    case 'hash':
      return fc.constant('ab'.repeat(32));
    case 'record':
      return form(field.of);
    case 'list':
      return fc.array(form(field.of), { minLength: field.min ?? 0, maxLength: (field.min ?? 0) + 2 });
    default: {
      const never: never = field;
      return never;
    }
  }
}

const form = (shape: FormShape): fc.Arbitrary<JsonObject> =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, answer(field)])), {
    requiredKeys: Object.entries(shape).flatMap(([name, f]) => (f.optional ? [] : [name])),
  });

const FORMS = Object.values(CONTROLS).flatMap(({ id, form: shape }): [string, FormShape][] =>
  shape === null ? [] : [[id, shape]],
);
const WRONG: Json[] = [null, '', 'x', -1, 0.5, 1e9, true, [], ['x'], {}, '2026-02-30', 'ftp://x'];

describe.each(FORMS)('the form of %s as a schema', (_id, shape) => {
  const schema = formSchema(shape);

  test('given a form that is right, then the schema takes what the domain takes', () => {
    fc.assert(
      fc.property(form(shape), (filled) => schema.safeParse(filled).success && formFaults(shape, filled).length === 0),
      { numRuns: 40 },
    );
  });

  test('given one answer spoilt, then schema and domain say the same of it', () => {
    fc.assert(
      fc.property(
        form(shape),
        fc.constantFrom(...Object.keys(shape), 'unknownField'),
        fc.constantFrom(...WRONG),
        (filled, name, wrong) => {
          const spoilt = { ...filled, [name]: wrong };
          expect([name, wrong, schema.safeParse(spoilt).success]).toEqual([
            name,
            wrong,
            formFaults(shape, spoilt).length === 0,
          ]);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('JSON Schemas', () => {
  test('given the three of them, then each is one closed document that describes its fields', () => {
    for (const schema of [caseFileJsonSchema(), policyJsonSchema(), ...Object.values(formsJsonSchema())])
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
    expect(Object.keys(formsJsonSchema())).toEqual(FORMS.map(([id]) => id));
  });
});
