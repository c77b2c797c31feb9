import type { FormField } from '../../contract/console/form.js';
import type { Field, FormShape } from '../../domain/controls/form.js';
import { choiceText } from '../words/fill.js';

/** What a field allows, beside its question and kind. */
function boundsOf(field: Field): Pick<FormField, 'of' | 'min' | 'max' | 'integer' | 'maxLength' | 'fields'> {
  switch (field.kind) {
    case 'choice':
      return { of: choices(field.of) };
    case 'choices':
      return { of: choices(field.of), min: field.min };
    case 'number':
      return { min: field.min, max: field.max, integer: field.integer };
    case 'text':
      return { maxLength: field.maxLength };
    case 'record':
      return { fields: fieldsOf(field.of) };
    case 'list':
      return { fields: fieldsOf(field.of), min: field.min };
    case 'yes-no':
    case 'day':
    case 'country':
    case 'url':
    case 'hash':
    case 'paper':
    case 'person':
      return {};
    default: {
      const never: never = field;
      return never;
    }
  }
}

const choices = (of: readonly string[]) => of.map((value) => ({ value, text: choiceText(value) }));

/** The questions of a form as data, in their order. */
export const fieldsOf = (shape: FormShape): FormField[] =>
  Object.entries(shape).map(([name, field]) => ({
    name,
    ask: field.ask,
    kind: field.kind,
    optional: field.optional === true,
    ...boundsOf(field),
  }));

/** True when a form asks anywhere for a document, or for somebody. */
export const asksFor = (shape: FormShape, kind: 'paper' | 'person'): boolean =>
  Object.values(shape).some((field) =>
    field.kind === 'record' || field.kind === 'list' ? asksFor(field.of, kind) : field.kind === kind,
  );
