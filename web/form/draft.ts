import { useCallback, useState } from 'react';
import { useSession } from '../api/session.js';
import { drafts } from '../kit/drafts.js';
import type { JsonObject } from './field.js';

/** What a person typed and did not send, kept on this device for them alone: it survives a reload, the end of a session and a lost connection. Another key needs another component. */
export function useDraft(key: string, first: JsonObject) {
  const { id } = useSession().person;
  const [value, setValue] = useState<JsonObject>(() => drafts.read<JsonObject>(id, key) ?? first);
  const [isDraft, setIsDraft] = useState(() => drafts.read(id, key) !== undefined);
  const change = useCallback(
    (next: JsonObject) => {
      setValue(next);
      setIsDraft(true);
      drafts.keep(id, key, next);
    },
    [id, key],
  );
  const forget = useCallback(
    (back: JsonObject = {}) => {
      drafts.drop(id, key);
      setValue(back);
      setIsDraft(false);
    },
    [id, key],
  );
  return { value, change, forget, isDraft };
}
