import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VendorPage } from '../../../contract/vendors.js';
import { hides } from '../../api/problem.js';
import { vendorsQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { VirtualRows } from '../../kit/VirtualRows.js';
import { counted } from '../../kit/words.js';
import { useRowKeys } from '../../shell/keys.js';

type Row = VendorPage['rows'][number];

/** The page of a vendor. */
const placeOf = ({ vendor }: Row): string => `/vendors/${encodeURIComponent(vendor)}`;

/** Every vendor with a case, by name. */
export function Vendors() {
  const { side } = useSession();
  return (
    <Page title="Vendors" under="What each vendor’s cases and papers say of it.">
      {side === 'client' ? <List /> : <Empty title="This page is for the client’s people." />}
    </Page>
  );
}

function List() {
  const go = useGo();
  const [active, setActive] = useState(-1);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(vendorsQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  useRowKeys(rows.length, active, setActive, (index) => {
    const row = rows[index];
    if (row !== undefined) go(placeOf(row));
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  if (rows.length === 0) return <Empty title="There are no vendors yet.">The first case brings the first one.</Empty>;
  return (
    <table className="list" aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
      <caption className="unseen">Vendors by name</caption>
      <thead>
        <tr>
          <th>Vendor</th>
          <th className="wide w-turn">Cases</th>
          <th className="w-turn">Open</th>
          <th className="w-state">State</th>
        </tr>
      </thead>
      <VirtualRows
        rows={rows}
        keyOf={({ vendor }) => vendor}
        height={38}
        active={active}
        more={{ has: hasNextPage, loading: isFetchingNextPage, load: fetchNextPage }}
        row={(row, placed) => (
          <tr {...placed} data-active={placed['data-index'] === active || undefined}>
            <td>
              <Go to={placeOf(row)} className="stretched">
                {row.vendor}
              </Go>
            </td>
            <td className="wide">{counted(row.cases, 'case')}</td>
            <td>{row.open === 0 ? <span className="quiet">None open</span> : `${row.open} open`}</td>
            <td>{row.late ? <State is="late" /> : null}</td>
          </tr>
        )}
      />
    </table>
  );
}
