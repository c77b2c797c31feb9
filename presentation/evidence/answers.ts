import { ARTICLE_28_3 } from '../../domain/controls/data/article28.js';
import type { Field, FormShape, Json, JsonObject } from '../../domain/controls/form.js';
import { own } from '../../domain/record.js';
import { dayText } from '../words/dates.js';
import { choiceText } from '../words/fill.js';
import { ARTICLE_28_WORDS } from '../words/names.js';

/** A question of a form and what was answered. */
export type Answer = { question: string; answer: string };

/** What the words of answers take from the case: titles of its documents. */
export type AnswerContext = { titleOf(document: string): string };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/* Within a list a bare yes or number says nothing: it stands after its field's name. */
const labelled = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function itemText(shape: FormShape, item: Json, context: AnswerContext): string {
  if (!isObject(item)) return String(item);
  const parts = Object.entries(shape).flatMap(([name, field]) => {
    const value = own(item, name);
    if (value === undefined) return [];
    const text = valueText(field, value, context);
    return [field.kind === 'yes-no' || field.kind === 'number' ? `${labelled(name)} ${text}` : text];
  });
  return parts.join(', ');
}

/** One answer in words; a person as `{person:ID}`. */
function valueText(field: Field, value: Json, context: AnswerContext): string {
  switch (field.kind) {
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return choiceText(String(value));
    case 'choices':
      return Array.isArray(value) && value.length > 0 ? value.map((one) => choiceText(String(one))).join(', ') : 'none';
    case 'number':
      return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : String(value);
    case 'day':
      return dayText(String(value));
    case 'hash':
      return 'on file';
    case 'paper':
      return context.titleOf(String(value));
    case 'person':
      return `{person:${String(value)}}`;
    case 'text':
    case 'country':
    case 'url':
      return String(value);
    case 'record':
      return itemText(field.of, value, context);
    case 'list':
      return Array.isArray(value) && value.length > 0
        ? value.map((item) => itemText(field.of, item, context)).join('; ')
        : 'none';
    default: {
      const never: never = field;
      return never;
    }
  }
}

/** A form question by question, in its order; records are asked by their own questions. Hashes are told apart, by {@link hashesOf}. */
export const answersOf = (shape: FormShape, form: JsonObject, context: AnswerContext): Answer[] =>
  answersByField(shape, form, context).map(({ question, answer }) => ({ question, answer }));

/** {@link answersOf}, each with the path of its field, such as `cyber.amountUsd`. */
export function answersByField(
  shape: FormShape,
  form: JsonObject,
  context: AnswerContext,
  at = '',
): (Answer & { field: string })[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const value = own(form, name);
    const path = `${at}${name}`;
    if (value === undefined) return [];
    if (field.kind === 'hash') return [];
    if (field.kind !== 'record' || !isObject(value))
      return [{ field: path, question: field.ask, answer: valueText(field, value, context) }];
    // Of checks that all ask the same, each is asked for by the item that it is about.
    return Object.entries(field.of).every(([, inner]) => inner.kind === 'record')
      ? Object.entries(field.of).flatMap(([item, inner]) =>
          checkOf(field.of, item, inner, own(value, item), context).map((one) => ({
            field: `${path}.${item}`,
            ...one,
          })),
        )
      : answersByField(field.of, value, context, `${path}.`);
  });
}

/** Titles of items that a form names by a key alone. */
const TITLES = new Map<FormShape, Readonly<Record<string, string>>>([[ARTICLE_28_3, ARTICLE_28_WORDS]]);

function checkOf(of: FormShape, item: string, field: Field, value: Json | undefined, context: AnswerContext): Answer[] {
  if (value === undefined) return [];
  const question = own(TITLES.get(of) ?? {}, item) ?? field.ask;
  return [{ question, answer: valueText(field, value, context) }];
}

/** Every hash that a form holds, with the question that it answers. */
export function hashesOf(shape: FormShape, form: JsonObject): { question: string; hash: string }[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const value = own(form, name);
    if (value === undefined) return [];
    if (field.kind === 'hash') return [{ question: field.ask, hash: String(value) }];
    if (field.kind === 'record' && isObject(value)) return hashesOf(field.of, value);
    if (field.kind !== 'list' || !Array.isArray(value)) return [];
    return value.flatMap((item) => (isObject(item) ? hashesOf(field.of, item) : []));
  });
}
