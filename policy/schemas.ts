import { z } from 'zod';
import { CONTROLS } from '../domain/controls/index.js';
import { caseFileSchema } from './caseSchema.js';
import { formSchema } from './forms.js';
import { policySchema } from './policySchema.js';

type JsonSchema = Record<string, unknown>;

/** JSON Schema (2020-12) of a case file. */
export const caseFileJsonSchema = (): JsonSchema =>
  z.toJSONSchema(caseFileSchema, { io: 'input', unrepresentable: 'any' });

/** JSON Schema (2020-12) of a policy file. */
export const policyJsonSchema = (): JsonSchema => z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' });

/** JSON Schema (2020-12) of every evidence form, by control id. */
export const formsJsonSchema = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.values(CONTROLS).flatMap((c) =>
      c.form === null
        ? []
        : [
            [
              c.id,
              {
                title: `${c.id} ${c.title}`,
                ...z.toJSONSchema(formSchema(c.form), { io: 'input', unrepresentable: 'any' }),
              },
            ],
          ],
    ),
  );
