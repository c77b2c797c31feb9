import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceRow } from '../../../contract/places.js';
import { providerText } from '../../../presentation/words/places.js';
import { hides } from '../../api/problem.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { VirtualRows } from '../../kit/VirtualRows.js';
import { When } from '../../kit/When.js';
import { counted } from '../../kit/words.js';
import { useRowKeys } from '../../shell/keys.js';
import { placesQuery } from './queries.js';

/** The page of a place. */
const placeOf = ({ provider, placeId }: PlaceRow): string =>
  `/access/places/${encodeURIComponent(provider)}/${encodeURIComponent(placeId)}`;

/** Every place that an open case gives access to: its cases, its last look, and how much is unknown there. */
export function Places() {
  const go = useGo();
  const [active, setActive] = useState(-1);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(placesQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  useRowKeys(rows.length, active, setActive, (index) => {
    const row = rows[index];
    if (row !== undefined) go(placeOf(row));
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  if (rows.length === 0)
    return (
      <Empty title="No place is looked after yet.">
        A place is here from the first access that an open case gives there. What is done by hand is not looked at.
      </Empty>
    );
  return (
    <table className="list" aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
      <caption className="unseen">Places by provider</caption>
      <thead>
        <tr>
          <th>Place</th>
          <th className="wide">Cases that give access</th>
          <th className="wide w-due">Last look</th>
          <th className="w-stage">State</th>
        </tr>
      </thead>
      <VirtualRows
        rows={rows}
        keyOf={placeOf}
        height={60}
        active={active}
        more={{ has: hasNextPage, loading: isFetchingNextPage, load: fetchNextPage }}
        row={(row, placed) => (
          <tr {...placed} data-active={placed['data-index'] === active || undefined}>
            <td>
              <Go to={placeOf(row)} className="stretched">
                {row.name}
              </Go>
              <div className="quiet">
                {providerText(row.provider)} · {counted(row.open, 'grant')} open
              </div>
            </td>
            <td className="wide">{casesText(row)}</td>
            <td className="wide">{row.lookedAt === undefined ? 'None yet' : <When at={row.lookedAt} />}</td>
            <td>
              <Standing row={row} />
            </td>
          </tr>
        )}
      />
    </table>
  );
}

/** The first two cases by name, the rest by number. */
function casesText({ cases, caseCount }: PlaceRow): string {
  const named = cases.slice(0, 2).map(({ title, vendor }) => `${title} (${vendor})`);
  const more = caseCount - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function Standing({ row: { failingSince, unknown, unseen, lookedAt } }: { row: PlaceRow }) {
  if (failingSince !== undefined)
    return (
      <>
        <State is="refused" word="Looks fail" />
        <div className="quiet">
          since <When at={failingSince} />
        </div>
      </>
    );
  if (unknown > 0) return <State is="late" word={counted(unknown, 'unknown account')} />;
  if (unseen.length > 0) return <State is="waived" word="Not all is seen" />;
  return lookedAt === undefined ? (
    <State is="waiting" word="First look to come" />
  ) : (
    <State is="met" word="All known" />
  );
}
