import { readdirSync } from 'node:fs';
import { CLIENT_ACTORS, type Role, VENDOR_ROLES } from '../../../domain/case/roles.js';
import type { Field, FormShape } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';

const FOLDER = `${process.cwd()}/domain/controls`;
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((f) => /\/[A-Z]{2}-\d+\.ts$/.test(f));

/** Every question of a form, those of its lists and records included. */
const questions = (shape: FormShape): [name: string, field: Field][] =>
  Object.entries(shape).flatMap(([name, field]) => [
    [name, field],
    ...(field.kind === 'record' || field.kind === 'list' ? questions(field.of) : []),
  ]);

test('every control is one file in the folder of its area, and in the registry', () => {
  const inRegistry = Object.values(CONTROLS).map((c) => `${c.area}/${c.id}.ts`);
  expect([...inRegistry].sort()).toEqual([...files].sort());
  for (const [id, control] of Object.entries(CONTROLS)) expect(control.id).toBe(id);
});

test('exactly the controls that the catalogue locks are locked', () => {
  const locked = Object.values(CONTROLS).flatMap((c) => (c.locked ? [c.id] : []));
  expect(locked).toEqual(['RF-2', 'IP-2', 'AU-1', 'AU-2']);
});

test('whoever may supply a form is named, and nobody where there is none', () => {
  for (const { form, suppliedBy } of Object.values(CONTROLS)) expect(suppliedBy.length > 0).toBe(form !== null);
});

test('whoever may supply a form may act in a case: compliance reads and supplies nothing', () => {
  const mayAct: readonly Role[] = [...CLIENT_ACTORS, ...VENDOR_ROLES];
  const others = Object.values(CONTROLS).flatMap(({ id, suppliedBy }) =>
    suppliedBy.filter((role) => !mayAct.includes(role)).map((role) => `${id} ${role}`),
  );
  expect([others, mayAct.includes('compliance')]).toEqual([[], false]);
});

test('every text answer is short and to one question: no form has room for anything else', () => {
  const loose = Object.values(CONTROLS).flatMap(({ id, form }) =>
    questions(form ?? {}).flatMap(([name, f]) =>
      (f.kind === 'text' && (f.maxLength ?? Infinity) > 1000) || /comment|note|other$/i.test(name)
        ? [`${id}.${name}`]
        : [],
    ),
  );
  expect(loose).toEqual([]);
});

test('what raises a red flag is a control of its own', () => {
  for (const { raisedFrom = [] } of Object.values(CONTROLS))
    for (const source of raisedFrom) expect(CONTROLS[source]).toBeDefined();
});
