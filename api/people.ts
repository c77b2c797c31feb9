import type { HumanCommand } from '../domain/case/commands.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { FormShape, Json, JsonObject } from '../domain/controls/form.js';
import { CONTROLS } from '../domain/controls/index.js';
import { knownPeople } from '../domain/people/named.js';
import type { Store } from '../store/contract.js';
import { Problem } from './problems.js';

/** Turns what a body calls a person into an id; fails with `UnknownPerson`. */
export type FindPerson = (ref: string, path: string) => Promise<PersonId>;

/** Finds people by id as given, and by address among those whom the case knows. */
export function peopleOf(store: Store, state: CaseState): FindPerson {
  const known = new Set(knownPeople(state));
  return async (ref, path) => {
    if (!ref.includes('@')) return ref;
    const person = await store.people.findByEmail(ref);
    if (person !== undefined && known.has(person.personId)) return person.personId;
    throw new Problem('UnknownPerson', `The address in \`${path}\` belongs to nobody in this case.`, {
      faults: [{ path, message: 'must be the id or the address of somebody whom the case knows' }],
    });
  };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form with every address that stands in a field for people replaced by the person's id. */
async function resolveForm(shape: FormShape, form: JsonObject, find: FindPerson, at: string): Promise<JsonObject> {
  const resolved: JsonObject = { ...form };
  for (const [name, field] of Object.entries(shape)) {
    const value = Object.hasOwn(form, name) ? form[name] : undefined;
    const path = `${at}.${name}`;
    if (field.kind === 'person' && typeof value === 'string') resolved[name] = await find(value, path);
    if (field.kind === 'record' && isObject(value)) resolved[name] = await resolveForm(field.of, value, find, path);
    if (field.kind === 'list' && Array.isArray(value))
      resolved[name] = await Promise.all(
        value.map((item, i) => (isObject(item) ? resolveForm(field.of, item, find, `${path}[${i}]`) : item)),
      );
  }
  return resolved;
}

/** The command with person ids wherever its sender wrote an address. */
export async function resolvePeople(command: HumanCommand, find: FindPerson): Promise<HumanCommand> {
  const resolved: HumanCommand = { ...command };
  if ('person' in resolved && resolved.person !== undefined) resolved.person = await find(resolved.person, 'person');
  if (resolved.type === 'Delegate') resolved.to = await find(resolved.to, 'to');
  if (resolved.type === 'ProposeRemedy') resolved.owner = await find(resolved.owner, 'owner');
  if (resolved.type === 'ChangeScope' && resolved.addAssets !== undefined)
    resolved.addAssets = await Promise.all(
      resolved.addAssets.map(async (asset, i) => ({
        ...asset,
        administrator: await find(asset.administrator, `addAssets[${i}].administrator`),
        checker: await find(asset.checker, `addAssets[${i}].checker`),
      })),
    );
  if (resolved.type === 'RegisterPaper')
    resolved.signers = await Promise.all(resolved.signers.map((signer, i) => find(signer, `signers[${i}]`)));
  if (resolved.type === 'SubmitEvidence') {
    const shape = CONTROLS[resolved.control]?.form;
    if (shape) resolved.form = await resolveForm(shape, resolved.form, find, 'form');
  }
  return resolved;
}
