import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/session.js';
import { Go, useGo } from '../../kit/Go.js';
import { Page } from '../../kit/Page.js';
import { CaseColumns } from './CaseColumns.js';
import { CaseTable } from './CaseTable.js';
import { Filters } from './Filters.js';
import { addressOf, filterOf } from './filter.js';

/** All cases that somebody may see, as a table or by stage. */
export function Cases() {
  const filter = filterOf(useSearch({ strict: false }));
  const go = useGo();
  const { roles } = useSession();
  const address = addressOf(filter);
  return (
    <Page
      title="Cases"
      actions={
        roles.includes('procurement') && (
          <Button component={Go} to="/cases/new">
            New case
          </Button>
        )
      }
    >
      <Filters filter={filter} change={(next, replace) => go(addressOf(next), replace)} />
      {filter.view === 'columns' ? <CaseColumns filter={filter} /> : <CaseTable key={address} filter={filter} />}
    </Page>
  );
}
