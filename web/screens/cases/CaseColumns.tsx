import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { casesQuery } from '../../api/queries.js';
import { Go } from '../../kit/Go.js';
import { Fault, Loading } from '../../kit/Page.js';
import { plain } from '../../kit/words.js';
import { CaseState, NextDue, turnOf } from './CaseRow.js';
import { askedOf, type Filter, STAGES } from './filter.js';

/** The cases in columns by stage, in each the most urgent first. */
export function CaseColumns({ filter }: { filter: Filter }) {
  const stages: readonly string[] =
    filter.status === 'closed' ? ['closed'] : filter.stage === undefined ? STAGES : [filter.stage];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <section className="case-columns" aria-label="Cases by stage" tabIndex={0}>
      {stages.map((stage) => (
        <Column key={stage} stage={stage} filter={filter} />
      ))}
    </section>
  );
}

function Column({ stage, filter }: { stage: string; filter: Filter }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    casesQuery({ ...askedOf(filter), stage }),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="case-column">
      <h2>
        {plain(stage)}{' '}
        <span className="quiet">
          {data === undefined ? '' : rows.length.toLocaleString()}
          {hasNextPage && '+'}
        </span>
      </h2>
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading rows={3} />}
      {data !== undefined && rows.length === 0 && <span className="quiet">No cases</span>}
      {rows.map((row) => (
        <div key={row.caseId} className="case-card">
          <Go to={`/cases/${row.caseId}`} className="stretched">
            {row.title}
          </Go>
          <span className="quiet truncate">{row.vendor}</span>
          <span className="case-card-foot">
            <CaseState row={row} />
            <span className="above">
              <NextDue row={row} />
            </span>
          </span>
          <span className="quiet">{row.turn === 'nobody' ? '' : `${turnOf(row.turn)} to move`}</span>
        </div>
      ))}
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
