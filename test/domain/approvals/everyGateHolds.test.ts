import type { PlannedControl } from '../../../domain/case/plan.js';
import { parseSubjectKey } from '../../../domain/controls/control.js';
import type { Field, FormShape, Json, JsonObject } from '../../../domain/controls/form.js';
import { formFaults } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { assessNow } from '../../../domain/controls/judge.js';
import { as, type Book } from '../../support/domain/book.js';
import { atWork } from '../../support/domain/wayToWork.js';

/** Other answers to one question, the worst of them among them. */
function others(field: Field, value: Json | undefined): Json[] {
  switch (field.kind) {
    case 'yes-no':
      return [value !== true];
    case 'choice':
      return field.of.filter((one) => one !== value);
    case 'choices':
      return Array.isArray(value) ? value.map((one) => [one]) : [];
    case 'number':
      return [field.min ?? 0, 0, 1];
    case 'day':
      return ['2020-01-01', '2035-01-01'];
    case 'person':
      return ['vendor-contact', 'nina', 'executive'];
    case 'record':
      return worse(field.of, typeof value === 'object' && !Array.isArray(value) ? (value ?? {}) : {});
    case 'list': {
      if (!Array.isArray(value)) return [];
      const [first] = value;
      const changed =
        typeof first === 'object' && first !== null && !Array.isArray(first) ? worse(field.of, first) : [];
      return [[], ...changed.map((item) => [item, ...value.slice(1)])];
    }
    default:
      return [];
  }
}

/** A form with one of its answers changed. */
const worse = (shape: FormShape, form: JsonObject): JsonObject[] =>
  Object.entries(shape).flatMap(([name, field]) =>
    others(field, form[name]).map((value) => ({ ...form, [name]: value })),
  );

const gates = ({ state }: Book): [key: string, control: PlannedControl][] =>
  Object.keys(state.evidence).flatMap((key): [string, PlannedControl][] => {
    const control = state.plan.controls[parseSubjectKey(key).controlId];
    return control?.binding.kind === 'gate' && control.applies ? [[key, control]] : [];
  });

/** Supplies an answer that the control refuses; undefined when no change of one answer makes it do so. */
function turned(key: string): Book | undefined {
  const start = atWork();
  start.mail = false;
  const { controlId, person } = parseSubjectKey(key);
  const control = CONTROLS[controlId];
  const form = start.state.evidence[key]?.form;
  if (!control?.form || form === undefined) return undefined;
  for (const answer of worse(control.form, form)) {
    if (formFaults(control.form, answer).length > 0) continue;
    const book = start.copy();
    book.mail = false;
    const [role = 'procurement'] = control.suppliedBy;
    const by = as(role);
    const command = {
      type: 'SubmitEvidence',
      control: controlId,
      form: answer,
      ...(person === undefined ? {} : { person }),
    };
    if (book.act(by, command as Parameters<Book['act']>[1]).status === 'refused') continue;
    if (assessNow(book.state, controlId, book.now, person)?.status === 'refused') return book;
  }
  return undefined;
}

/** Answers that are incomplete and never adverse: what stands goes on until they are complete and approved. */
const NEVER_ADVERSE: Record<string, string> = {
  'IP-6': 'a disclosure is decided at the gate; what is undisclosed raises RF-3',
  'KP-3': 'metrics that do not add up are incomplete',
  'KP-4': 'a metric that is not there is missing',
};

const KEYS = gates(atWork()).flatMap(([key]) => (NEVER_ADVERSE[key] === undefined ? [key] : []));

test.each(KEYS)(
  'given %s that opened a gate, when it turns adverse, then access that was given on it ends at once',
  (key) => {
    const book = turned(key);
    if (book === undefined) throw new Error(`No answer turns ${key} adverse.`);
    book.after(1);
    const { person } = parseSubjectKey(key);
    const left = [...book.provider].filter((lease) => person === undefined || lease.startsWith(`${person}/`));
    expect(left).toEqual([]);
  },
);

test('given the gates of a case at work, then most of the catalogue is among what was turned', () => {
  expect(new Set(KEYS.map((key) => parseSubjectKey(key).controlId)).size).toBeGreaterThan(20);
});
