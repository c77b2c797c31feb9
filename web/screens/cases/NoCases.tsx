import { Button } from '@mantine/core';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Empty } from '../../kit/Page.js';
import { addressOf, type Filter, isNarrowed } from './filter.js';

/** Why the list is empty, and the way on. */
export function NoCases({ filter }: { filter: Filter }) {
  const { roles } = useSession();
  const { view } = filter;
  if (isNarrowed(filter))
    return (
      <Empty title="No case fits this filter.">
        <Go to={addressOf(view === undefined ? {} : { view })}>Show all cases</Go>
      </Empty>
    );
  if (!roles.includes('procurement'))
    return <Empty title="There are no cases yet.">Procurement opens the first one; it then appears here.</Empty>;
  return (
    <Empty title="There are no cases yet.">
      <Button component={Go} to="/cases/new" mt="xs">
        Open the first case
      </Button>
    </Empty>
  );
}
