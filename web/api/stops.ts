import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { StopAnswer, StopsPage } from '../../contract/stops.js';
import { signInAgain, usePressKey } from './act.js';
import { getNamed, send } from './client.js';
import { useSession } from './session.js';

export const stopsQuery = (standing: boolean) =>
  queryOptions({
    queryKey: ['stops', standing],
    queryFn: ({ signal }) => getNamed<StopsPage>(`/api/stops?limit=200&standing=${standing}`, signal),
  });

/** Stops, or lifts a stop, in all cases; a repeat of what may have been done is the same act. */
export function useStopAct(path: string) {
  const queries = useQueryClient();
  const { side } = useSession();
  const press = usePressKey();
  return useMutation({
    mutationFn: ({ role, ...body }: { role: string; reason: string; scope?: string; subject?: string }) =>
      send<StopAnswer>(path, body, { key: press.key, role }),
    onSuccess: ({ summary, complete, cases }) => {
      const missing = cases.flatMap(({ title, message, status }) =>
        status === 'recorded' ? [] : [`${title}: ${message ?? status}`],
      );
      notifications.show({
        title: summary,
        message: missing.join(' '),
        color: complete ? 'green' : 'orange',
        autoClose: complete ? 5_000 : false,
      });
      // Where a case is missing, the next press asks the same again.
      if (complete) press.renew();
      void queries.invalidateQueries();
    },
    onError: (error) => {
      press.refused(error);
      signInAgain(error, side);
    },
  });
}
