import { plain } from '../kit/words.js';
import type { Question, Questions } from './field.js';

/** A JSON Schema as the API states the body of an act. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: (string | number | boolean)[];
  const?: unknown;
  propertyNames?: Schema;
  anyOf?: Schema[];
  format?: string;
  pattern?: string;
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  default?: unknown;
};

const LABELS: Record<string, string> = {
  forCause: 'For cause',
  lastDay: 'Last day',
  textHash: 'File',
  hash: 'File',
  euPersonalData: 'Personal data of people in the EU',
  euMarket: 'Used in the EU',
  timeZone: 'Time zone',
  jobRole: 'Job',
  github: 'GitHub login',
  postgres: 'PostgreSQL role',
  scim: 'User name in the directory',
  email: 'E-mail address',
};

/** `addRepositories` as a label: "Add repositories". */
export function labelOf(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return LABELS[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const PEOPLE = new Set(['person', 'to', 'owner', 'replaces', 'administrator', 'checker']);
const PAPERS = new Set(['supersedes']);

const isHash = ({ pattern = '' }: Schema): boolean => pattern.includes('{64}');
const optionsOf = ({ enum: of = [] }: Schema) => of.map((one) => ({ value: String(one), text: plain(String(one)) }));

function kindOf(field: string, schema: Schema): Question {
  const ask = labelOf(field);
  if (schema.anyOf !== undefined) return kindOf(field, schema.anyOf[0] ?? {});
  if (schema.enum !== undefined) return { ask, kind: 'choice', of: optionsOf(schema) };
  if (schema.type === 'boolean' || typeof schema.const === 'boolean') return { ask, kind: 'yes-no' };
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum: min, maximum: max } = schema;
    const small = max !== undefined && Math.abs(max) < Number.MAX_SAFE_INTEGER ? { max } : {};
    const large = min !== undefined && Math.abs(min) < Number.MAX_SAFE_INTEGER ? { min } : {};
    return { ask, kind: 'number', ...small, ...large, ...(schema.type === 'integer' && { integer: true }) };
  }
  if (schema.type === 'array') return listOf(ask, schema);
  if (schema.type === 'object') return { ask, kind: 'record', of: questionsOf(schema) };
  return textOf(field, ask, schema);
}

function listOf(ask: string, { items = {}, minItems }: Schema): Question {
  if (items.enum !== undefined)
    return { ask, kind: 'choices', of: optionsOf(items), ...(minItems && { min: minItems }) };
  if (items.type === 'object') return { ask, kind: 'list', of: questionsOf(items), ...(minItems && { min: minItems }) };
  return { ask, kind: 'texts' };
}

function textOf(field: string, ask: string, schema: Schema): Question {
  if (isHash(schema)) return { ask, kind: 'hash' };
  if (schema.format === 'date') return { ask, kind: 'day' };
  if (schema.format === 'date-time') return { ask, kind: 'instant' };
  if (schema.format === 'uri') return { ask, kind: 'url' };
  if (field === 'country') return { ask, kind: 'country' };
  if (field === 'email') return { ask, kind: 'email' };
  if (field === 'timeZone') return { ask, kind: 'zone' };
  if (PEOPLE.has(field)) return { ask, kind: 'person' };
  if (PAPERS.has(field)) return { ask, kind: 'paper' };
  if (field === 'resource' || field === 'profile') return { ask, kind: field, maxLength: schema.maxLength ?? 200 };
  if (field === 'policy') return { ask, kind: 'yaml' };
  return { ask, kind: 'text', maxLength: schema.maxLength ?? 200 };
}

/** The questions of an act's body, `reason` last. */
export function questionsOf({ properties = {}, required = [] }: Schema): Questions {
  const entries = Object.entries(properties).map(([field, schema]): [string, Questions[string]] => {
    const question = kindOf(field, schema);
    const help = schema.description;
    return [
      field,
      {
        ...question,
        ...(!required.includes(field) && { optional: true }),
        ...(help !== undefined && !help.startsWith('Why, in the words') && !PEOPLE.has(field) && { help }),
      },
    ];
  });
  const last = ([field]: [string, unknown]): number => (field === 'reason' ? 1 : 0);
  return Object.fromEntries(entries.sort((a, b) => last(a) - last(b)));
}
