import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplayedCase } from '../../../contract/policyPage.js';
import { placeText } from '../../../presentation/words/places.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { Told } from '../../kit/Told.js';
import { When } from '../../kit/When.js';
import { counted, nameOf, plain } from '../../kit/words.js';
import { Changes } from './Changes.js';
import { Choose } from './Choose.js';
import { OWN, replayQuery, type Source } from './queries.js';

/** A policy played over the open cases: which gates, decisions, dates and access would change. Nothing is recorded. */
export function Replay() {
  const [source, setSource] = useState<Source>(OWN);
  const query = useInfiniteQuery(replayQuery(source));
  const rows = query.data?.pages.flatMap((page) => page.rows.map((row) => ({ row, names: page.names }))) ?? [];
  return (
    <Stack gap="lg">
      <div style={{ maxWidth: 760 }}>
        Each open case is played on under the policy, by the same rules that decide for real. Nothing is recorded, and
        nobody is told.
      </div>
      <Choose label="Policy" value={source} onChange={setSource} />
      {query.error !== null && <Fault error={query.error} />}
      {query.isPending && <Loading />}
      {query.isSuccess && rows.length === 0 && <Empty title="No case is open." />}
      {rows.map(({ row, names }) => (
        <Played key={row.caseId} row={row} names={names} />
      ))}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Play the next cases
        </Button>
      )}
    </Stack>
  );
}

type Names = Record<string, string>;

function Played({ row, names }: { row: ReplayedCase; names: Names }) {
  return (
    <section style={{ borderTop: '1px solid var(--line)', paddingTop: 12 }}>
      <h2 style={{ fontSize: 16, margin: 0 }}>
        <Go to={`/cases/${row.caseId}`}>{row.title}</Go> <span className="quiet">{row.vendor}</span>
      </h2>
      <div className="quiet">
        Follows {row.policy.name} {row.policy.version}
      </div>
      <Verdict row={row} names={names} />
    </section>
  );
}

const GATES = { opens: 'would open', closes: 'would close', comes: 'would be added', goes: 'would fall away' };
const DECISIONS = { asked: 'would be asked', 'asked-again': 'would be asked again', 'falls-away': 'would fall away' };

function Verdict({ row, names }: { row: ReplayedCase; names: Names }) {
  if (row.faults !== undefined)
    return (
      <>
        <State is="refused" word="Cannot come under this policy" />
        <ul>
          {row.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </>
    );
  if (row.difference.length === 0) return <State is="met" word="Nothing would change" />;
  return (
    <Stack gap="sm" mt="xs">
      {row.access.map(({ person, resource }) => (
        <State
          key={`${person} ${resource}`}
          is="refused"
          word={`${nameOf(names, person)} would lose ${placeText(resource)}`}
        />
      ))}
      {row.gates.map(({ stage, change }) => (
        <State key={stage} is="late" word={`Gate ${plain(stage)} ${GATES[change]}`} />
      ))}
      {row.decisions.map(({ what, change }) => (
        <State key={what} is="open" word={`${what} ${DECISIONS[change]}`} />
      ))}
      {row.dates.map(({ what, before, after }) => (
        <div key={what}>
          <Told text={what} names={names} />: {before === undefined ? 'no date' : <When at={before} />} →{' '}
          {after === undefined ? 'no date' : <When at={after} />}
        </div>
      ))}
      <details>
        <summary>{counted(row.difference.length, 'thing', 'things')} of the plan would change</summary>
        <Changes changes={row.difference} />
      </details>
      {row.follows.length > 0 && (
        <details>
          <summary>{counted(row.follows.length, 'fact')} would be recorded at once</summary>
          <ul>
            {row.follows.map((text) => (
              <li key={text}>
                <Told text={text} names={names} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}
