import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { peopleOfCase } from '../domain/people/named.js';
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

type Names = Record<PersonId, string>;

/** Names of those people in an answer about a case who are of the case. An id that somebody typed into a text tells nobody's name. */
export async function namesIn(store: Store, state: CaseState, answer: unknown): Promise<Names> {
  const ofCase = peopleOfCase(state);
  const ids = personIdsIn(answer).filter((id) => ofCase.has(id));
  return ids.length === 0 ? {} : await store.people.namesOf(ids, state.caseId);
}

/** An answer about a case, with the names of its people. */
export async function withNames<T extends object>(
  store: Store,
  state: CaseState,
  answer: T,
): Promise<T & { names: Names }> {
  return { ...answer, names: await namesIn(store, state, answer) };
}

/** An answer with the names of these people, as `caseId` was told them where the reader sees that case alone. */
export async function withNamesOf<T extends object>(
  store: Store,
  ids: PersonId[],
  answer: T,
  caseId?: string,
): Promise<T & { names: Names }> {
  return { ...answer, names: ids.length === 0 ? {} : await store.people.namesOf([...new Set(ids)], caseId) };
}
