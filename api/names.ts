import type { PersonId } from '../domain/case/roles.js';
import type { Store } from '../store/contract.js';

const ID = /^p-[a-z0-9]{16}$/;
/** Ids may also stand inside keys (`IP-2:p-…`, `sign:…`) and in sentences. */
const IDS_INSIDE = /p-[a-z0-9]{16}/g;

/** Every person id that stands anywhere in plain JSON. */
export function personIdsIn(value: unknown): PersonId[] {
  const found = new Set<PersonId>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string')
      for (const id of ID.test(next) ? [next] : (next.match(IDS_INSIDE) ?? [])) found.add(id);
    else if (typeof next === 'object' && next !== null) {
      waiting.push(...Object.values(next));
      waiting.push(...Object.keys(next));
    }
  }
  return [...found];
}

/** The answer with the names of everybody in it; ids without a name are left out. */
export async function withNames<T extends object>(
  store: Store,
  answer: T,
): Promise<T & { names: Record<PersonId, string> }> {
  const ids = personIdsIn(answer);
  return { ...answer, names: ids.length === 0 ? {} : await store.people.namesOf(ids) };
}
