import { parse } from 'yaml';
import { z } from 'zod';
import type { FormShape, Json, JsonObject } from '../../domain/controls/form.js';
import { own } from '../../domain/record.js';
import { parseLocated } from '../../policy/located.js';
import { badInput } from '../exit.js';

/** A filled-in form as it was written, and where in its file each answer stands. */
export type FormInput = { form: JsonObject; placeOf(path: string): { line?: number; column?: number } };

/** Reads a form from the text of a YAML or JSON file; a fault names line and column. */
export function formFromFile(text: string, file: string): FormInput {
  const read = parseLocated(text, z.record(z.string(), z.json()), { what: 'form' });
  if (!read.ok) throw badInput(`${file} is not a valid form:`, { faults: read.faults, file });
  return {
    form: withoutBlanks(read.value),
    placeOf: (path) =>
      read.at(
        path
          .replace(/^form\.?/, '')
          .split(/[.[\]]+/)
          .filter((key) => key !== '')
          .map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      ),
  };
}

/** The answers without the questions that were left blank: an unanswered question is missing, not wrong. */
const withoutBlanks = (form: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]): [string, Json][] => {
      const answer = answered(value);
      return answer === undefined ? [] : [[name, answer]];
    }),
  );

function answered(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const entries = value.flatMap((one) => answered(one) ?? []);
    return entries.length === 0 && value.length > 0 ? undefined : entries;
  }
  if (!isObject(value)) return value;
  const record = withoutBlanks(value);
  return Object.keys(record).length === 0 && Object.keys(value).length > 0 ? undefined : record;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a form from `field=answer` pairs; a dot leads into a record (`auditor.name=…`), a comma parts several choices. */
export function formFromPairs(pairs: string[], shape: FormShape | null | undefined): JsonObject {
  const form: JsonObject = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw badInput(`Invalid --set "${pair}". Write it as field=answer.`);
    put(form, pair.slice(0, at).split('.'), pair.slice(at + 1), shape ?? undefined);
  }
  return form;
}

function put(into: JsonObject, [key = '', ...rest]: string[], text: string, shape: FormShape | undefined): void {
  if (key === '__proto__') throw badInput('Unknown field "__proto__".');
  const field = shape && own(shape, key);
  if (rest.length === 0) {
    into[key] = answerOf(text, field?.kind);
    return;
  }
  const inner = isObject(into[key]) ? into[key] : {};
  into[key] = inner;
  put(inner, rest, text, field?.kind === 'record' || field?.kind === 'list' ? field.of : undefined);
}

/** What a person types for yes and no, for a figure and for several choices, by what the form asks for. */
function answerOf(text: string, kind: FormShape[string]['kind'] | undefined): Json {
  switch (kind) {
    case 'yes-no':
      return /^(yes|true)$/i.test(text) ? true : /^(no|false)$/i.test(text) ? false : text;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'choices':
      return text.split(',').map((one) => one.trim());
    case 'list':
    case 'record':
      return fromYaml(text);
    default:
      return text;
  }
}

function fromYaml(text: string): Json {
  try {
    const value: unknown = JSON.parse(JSON.stringify(parse(text, { maxAliasCount: 0 })));
    return isObject(value) || Array.isArray(value) ? value : text;
  } catch {
    return text;
  }
}
