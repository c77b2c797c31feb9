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
  const value = record[key];
  return value === undefined ? record : { ...record, [key]: f(value) };
}
