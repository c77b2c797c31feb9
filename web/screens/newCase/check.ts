import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckedCase } from '../../../contract/caseFile.js';
import { usePressKey } from '../../api/act.js';
import { get, send } from '../../api/client.js';
import type { JsonObject } from '../../form/field.js';
import type { Schema } from '../../form/questionsOf.js';
import { useGo } from '../../kit/Go.js';

const AS = { role: 'procurement' };

/** Milliseconds after the last answer until the plan is asked for. */
const PAUSE_MS = 400;

/** The form of a case file; it changes with a release alone. */
export const formOfCase = queryOptions({
  queryKey: ['acts', 'case-file'],
  queryFn: ({ signal }) => get<Schema>('/api/case-file/schema', AS, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a case file comes to, as fields or as the text of a file; nothing is kept. */
export const checkFile = (caseFile: JsonObject | string): Promise<CheckedCase> =>
  send<CheckedCase>('/api/case-file/check', { caseFile }, AS);

/** What the answers so far come to; `behind` while newer ones are on their way. */
export function useCheck(file: JsonObject): { checked: CheckedCase | undefined; behind: boolean; error: Error | null } {
  const text = JSON.stringify(file);
  const [paused] = useDebouncedValue(text, PAUSE_MS);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['case-file', paused],
    queryFn: () => checkFile(JSON.parse(paused)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  return { checked: data, behind: isPlaceholderData || paused !== text, error };
}

type Opened = { caseId: string; receipt: { seq: number; hash: string; at: string }; notes: string[] };

/** Opens the case, shows its receipt and goes there; pressed twice, it opens one. */
export function useOpenCase(onOpened: () => void) {
  const queries = useQueryClient();
  const go = useGo();
  const { key, refused } = usePressKey();
  return useMutation({
    mutationFn: (file: JsonObject) => send<Opened>('/api/cases', { caseFile: file }, { ...AS, key }),
    onSuccess: async ({ caseId, receipt, notes }) => {
      onOpened();
      notifications.show({
        title: `Case opened, recorded as number ${receipt.seq}`,
        message: notes.join(' ') || 'Everybody who has something to do gets a letter.',
        color: 'green',
      });
      go(`/cases/${caseId}`);
      await queries.invalidateQueries();
    },
    onError: refused,
  });
}
