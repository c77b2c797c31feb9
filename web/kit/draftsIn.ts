const PREFIX = 'draft:';

/** Days after which a draft is forgotten. */
const KEEP_DAYS = 14;

type Kept<T> = { at: number; value: T };

/** What drafts need of the store of a browser. */
export type DraftStore = {
  readonly length: number;
  key(at: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

const keyOf = (person: string, key: string): string => `${PREFIX}${person}/${key}`;

/** A full or locked store keeps nothing and holds nothing: what was typed is still on the page. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Drafts by person: what one left on a device is nothing to another. */
export const draftsIn = (store: () => DraftStore) => ({
  /** The draft of a person under a key, where it is not too old. */
  read: <T>(person: string, key: string): T | undefined =>
    quietly(() => {
      const kept: Kept<T> | null = JSON.parse(store().getItem(keyOf(person, key)) ?? 'null');
      return kept !== null && Date.now() - kept.at < KEEP_DAYS * 86_400_000 ? kept.value : undefined;
    }),

  keep: <T>(person: string, key: string, value: T): void =>
    quietly(() => store().setItem(keyOf(person, key), JSON.stringify({ at: Date.now(), value } satisfies Kept<T>))),

  drop: (person: string, key: string): void => quietly(() => store().removeItem(keyOf(person, key))),

  /** Forgets every draft but those of one person: whoever signs out, or in after somebody else, leaves and finds nothing. */
  forget: (but?: string): void =>
    quietly(() => {
      const held = store();
      const keys = Array.from({ length: held.length }, (_, at) => held.key(at) ?? '');
      for (const key of keys)
        if (key.startsWith(PREFIX) && (but === undefined || !key.startsWith(keyOf(but, '')))) held.removeItem(key);
    }),
});
