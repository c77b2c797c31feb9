// Rules ask this more often than anything else, and inside a case a global is looked up anew each time.
const { hasOwn } = Object;

/**
 * The entry under an id that came from outside. Own keys only: no record has a `constructor` or `toString` that nobody
 * put in. Whatever decides, judges evidence or answers a request looks ids up by this alone.
 */
export function own<V>(record: { readonly [key: string]: V } | undefined, key: string): V | undefined {
  const found = record?.[key];
  return found !== undefined && record !== undefined && hasOwn(record, key) ? found : undefined;
}

/** True for a word that every object seems to have as a key, such as `constructor`; none of them is taken for an id. */
export const isObjectWord = (word: string): boolean => word in Object.prototype;

/** The record with one entry put in or replaced. */
export const put = <V>(record: Record<string, V>, key: string, value: V): Record<string, V> => ({
  ...record,
  [key]: value,
});

/** The record without one entry. */
export function without<V>(record: Record<string, V>, key: string): Record<string, V> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/** The record with one entry changed; unchanged when there is no such entry. */
export function change<V>(record: Record<string, V>, key: string, f: (value: V) => V): Record<string, V> {
  const value = own(record, key);
  return value === undefined ? record : { ...record, [key]: f(value) };
}
