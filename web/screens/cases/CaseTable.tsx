import { Button, Checkbox, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hides } from '../../api/problem.js';
import { casesQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go, useGo } from '../../kit/Go.js';
import { Fault, Loading } from '../../kit/Page.js';
import { type Placed, VirtualRows } from '../../kit/VirtualRows.js';
import { plain } from '../../kit/words.js';
import { useRowKeys } from '../../shell/keys.js';
import { CaseState, NextDue, type Row, stageOf, turnOf } from './CaseRow.js';
import { askedOf, type Filter } from './filter.js';
import { NoCases } from './NoCases.js';

/** Cases that one comparison can hold. */
const COMPARED = { least: 2, most: 6 };

/** The cases as a table, the most urgent first. */
export function CaseTable({ filter }: { filter: Filter }) {
  const { side } = useSession();
  const go = useGo();
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<string[]>([]);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    casesQuery(askedOf(filter)),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  useRowKeys(rows.length, active, setActive, (index) => {
    const row = rows[index];
    if (row !== undefined) go(`/cases/${row.caseId}`);
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={10} />;
  if (rows.length === 0) return <NoCases filter={filter} />;
  const choose = (caseId: string, on: boolean) =>
    setChosen(on ? [...chosen, caseId] : chosen.filter((one) => one !== caseId));
  return (
    <>
      {chosen.length > 0 && <Compare chosen={chosen} clear={() => setChosen([])} />}
      <table className="list" aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
        <caption className="unseen">Cases, the most urgent first</caption>
        <thead>
          <tr>
            {side === 'client' && (
              <th className="pick">
                <span className="unseen">Compare</span>
              </th>
            )}
            <th>Case</th>
            <th className="wide w-stage">Stage</th>
            <th className="w-state">State</th>
            <th className="wide w-turn">Turn</th>
            <th className="w-due">Next due</th>
            <th className="wide w-model">Model</th>
          </tr>
        </thead>
        <VirtualRows
          rows={rows}
          keyOf={({ caseId }) => caseId}
          height={57}
          active={active}
          more={{ has: hasNextPage, loading: isFetchingNextPage, load: fetchNextPage }}
          row={(row, placed) => (
            <Line
              row={row}
              placed={placed}
              active={placed['data-index'] === active}
              {...(side === 'client' && { chosen: chosen.includes(row.caseId), choose })}
            />
          )}
        />
      </table>
      {isFetchingNextPage && <Loading rows={3} />}
    </>
  );
}

type LineProps = {
  row: Row;
  placed: Placed;
  active: boolean;
  chosen?: boolean;
  choose?(caseId: string, on: boolean): void;
};

function Line({ row, placed, active, chosen = false, choose }: LineProps) {
  return (
    <tr {...placed} data-active={active || undefined}>
      {choose !== undefined && (
        <td className="pick above">
          <Checkbox
            aria-label={`Compare ${row.title}`}
            checked={chosen}
            onChange={(event) => choose(row.caseId, event.currentTarget.checked)}
          />
        </td>
      )}
      <td>
        <Go to={`/cases/${row.caseId}`} className="stretched">
          {row.title}
        </Go>
        <div className="quiet truncate">{row.vendor}</div>
      </td>
      <td className="wide">{stageOf(row)}</td>
      <td>
        <CaseState row={row} />
      </td>
      <td className="wide">{turnOf(row.turn)}</td>
      <td className="above">
        <NextDue row={row} />
      </td>
      <td className="quiet wide">{plain(row.model)}</td>
    </tr>
  );
}

function Compare({ chosen, clear }: { chosen: string[]; clear(): void }) {
  const fits = chosen.length >= COMPARED.least && chosen.length <= COMPARED.most;
  return (
    <Group gap="sm">
      {fits ? (
        <Button
          component="a"
          href={`/api/compare.html?cases=${chosen.join(',')}`}
          target="_blank"
          rel="noopener"
          variant="default"
        >
          Compare {chosen.length} cases
        </Button>
      ) : (
        <span className="quiet">
          {chosen.length < COMPARED.least ? 'Choose another case to compare.' : `At most ${COMPARED.most} at once.`}
        </span>
      )}
      <Button variant="subtle" color="gray" onClick={clear}>
        Clear
      </Button>
    </Group>
  );
}
