import { z } from 'zod';
import { type Field, type FormShape, TEXT_MAX } from '../domain/controls/form.js';
import { isCountry } from '../domain/countries.js';

/** An evidence form as a zod schema; the shape itself is in the control's file. */
export const formSchema = (shape: FormShape): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]) => {
        const schema = fieldSchema(field).describe(field.ask);
        return [name, field.optional ? schema.optional() : schema];
      }),
    ),
  );

const choice = (of: readonly string[]): z.ZodType => {
  const [first = '', ...rest] = of;
  return z.enum([first, ...rest]);
};

function fieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return z
        .string()
        .trim()
        .min(1)
        .max(field.maxLength ?? TEXT_MAX);
    case 'paper':
      return z.string().min(1).max(80);
    case 'person':
      return z.string().min(1).max(254);
    case 'url':
      return z
        .string()
        .regex(/^https?:\/\/\S+$/, 'has to be a link that starts with https://')
        .max(2000);
    case 'yes-no':
      return z.boolean();
    case 'number': {
      const number = field.integer ? z.int() : z.number();
      return number.min(field.min ?? -Number.MAX_SAFE_INTEGER).max(field.max ?? Number.MAX_SAFE_INTEGER);
    }
    case 'choice':
      return choice(field.of);
    case 'choices':
      return z.array(choice(field.of)).min(field.min ?? 0);
    case 'day':
      return z.iso.date('has to be a real day written YYYY-MM-DD');
    case 'country':
      return z
        .string()
        .regex(/^[A-Z]{2}$/)
        .refine(isCountry, 'has to be a country by its two letters, such as PL');
    case 'hash':
      return z.string().regex(/^[0-9a-f]{64}$/, 'has to be a SHA-256 hash in 64 lower-case hexadecimal digits');
    case 'record':
      return formSchema(field.of);
    case 'list':
      return z.array(formSchema(field.of)).min(field.min ?? 0);
    default: {
      const never: never = field;
      return never;
    }
  }
}
