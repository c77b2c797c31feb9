import { useCallback, useState } from 'react';
import type { JsonObject } from './field.js';

/** Days after which a draft is forgotten. */
const KEEP_DAYS = 14;
const PREFIX = 'draft:';

type Kept = { at: number; value: JsonObject };

function read(key: string): JsonObject | undefined {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    return kept !== null && Date.now() - kept.at < KEEP_DAYS * 86_400_000 ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** What was typed and not sent, kept on this device: it survives a reload, the end of a session and a lost connection. Another key needs another component. */
export function useDraft(key: string, first: JsonObject) {
  const [value, setValue] = useState<JsonObject>(() => read(key) ?? first);
  const [isDraft, setIsDraft] = useState(() => read(key) !== undefined);
  const change = useCallback(
    (next: JsonObject) => {
      setValue(next);
      setIsDraft(true);
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value: next } satisfies Kept));
      } catch {
        // A full or locked store: what was typed is still on the page.
      }
    },
    [key],
  );
  const forget = useCallback(
    (back: JsonObject = {}) => {
      localStorage.removeItem(PREFIX + key);
      setValue(back);
      setIsDraft(false);
    },
    [key],
  );
  return { value, change, forget, isDraft };
}

/** Forgets every draft: whoever signs out leaves nothing on the device. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
