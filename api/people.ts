import type { HumanCommand } from '../domain/case/commands.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { FormShape, Json, JsonObject } from '../domain/controls/form.js';
import { CONTROLS } from '../domain/controls/index.js';
import { knownPeople } from '../domain/people/named.js';
import { own } from '../domain/record.js';
import type { PersonRecord, Store } from '../store/contract.js';
import { Problem } from './problems.js';

/** Turns what a body calls a person into an id; fails with `UnknownPerson`. */
export type FindPerson = (ref: string, path: string) => Promise<PersonId>;

/** Ids as the store makes them; whether the case knows one is for the domain to say. */
const ID = /^p-[a-z0-9]{16}$/;

/** Finds people among those whom the case knows: by id, by address, by the id of the case file, by name or a part of it. */
export function peopleOf(store: { people: Pick<Store['people'], 'findAll'> }, state: CaseState): FindPerson {
  const known = knownPeople(state);
  return async (ref, path) => {
    if (known.includes(ref) || ID.test(ref)) return ref;
    const people = await store.people.findAll(known, state.caseId);
    const found = meantBy(people, ref.trim().toLowerCase());
    const [first] = found;
    if (first !== undefined && found.length === 1) return first.personId;
    const message =
      first === undefined
        ? `No person "${ref}" in this case. Use an e-mail address, an id or a name.`
        : `"${ref}" matches ${found.length} people in this case. Use the e-mail address or the full name.`;
    throw new Problem('UnknownPerson', message, { faults: [{ path, message }] });
  };
}

/** The closest way of naming somebody decides: a part of a name is looked at when nothing else fits. */
function meantBy(people: PersonRecord[], words: string): PersonRecord[] {
  const ways: ((person: PersonRecord) => boolean)[] = [
    ({ email }) => email.toLowerCase() === words,
    ({ handles = [] }) => handles.includes(words),
    ({ name }) => name.toLowerCase() === words,
    ({ name }) => name.toLowerCase().includes(words),
  ];
  for (const is of ways) {
    const found = people.filter(is);
    if (found.length > 0) return found;
  }
  return [];
}

const isParty = (signer: string): boolean => signer === 'client' || signer === 'vendor';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form with the person's id in every field for people. */
async function resolveForm(shape: FormShape, form: JsonObject, find: FindPerson, at: string): Promise<JsonObject> {
  const resolved: JsonObject = { ...form };
  for (const [name, field] of Object.entries(shape)) {
    const value = own(form, name);
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

/** The command with the ids of people wherever its sender named them otherwise. */
export async function resolvePeople(command: HumanCommand, find: FindPerson): Promise<HumanCommand> {
  const resolved: HumanCommand = { ...command };
  if ('person' in resolved && resolved.person !== undefined) resolved.person = await find(resolved.person, 'person');
  if (resolved.type === 'Delegate') resolved.to = await find(resolved.to, 'to');
  if (resolved.type === 'ProposeRemedy') resolved.owner = await find(resolved.owner, 'owner');
  if (resolved.type === 'ChangeScope' && resolved.add !== undefined)
    resolved.add = await Promise.all(
      resolved.add.map(async ({ owner, administrator, checker, ...place }, i) => ({
        ...place,
        ...(owner !== undefined && { owner: await find(owner, `add[${i}].owner`) }),
        ...(administrator !== undefined && { administrator: await find(administrator, `add[${i}].administrator`) }),
        ...(checker !== undefined && { checker: await find(checker, `add[${i}].checker`) }),
      })),
    );
  if (resolved.type === 'RegisterPaper')
    resolved.signers = await Promise.all(
      resolved.signers.map((signer, i) => (isParty(signer) ? signer : find(signer, `signers[${i}]`))),
    );
  if (resolved.type === 'SubmitEvidence') {
    const shape = own(CONTROLS, resolved.control)?.form;
    if (shape) resolved.form = await resolveForm(shape, resolved.form, find, 'form');
  }
  return resolved;
}
