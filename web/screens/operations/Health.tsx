import type { ReactNode } from 'react';
import type { OperationsPage } from '../../../contract/operations.js';
import { Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted } from '../../kit/words.js';

/** The parts that have to work, and what outside of us worked last and when. */
export function Health({ page }: { page: OperationsPage }) {
  const { parts, database } = page;
  const busy = database.open - database.idle;
  return (
    <Section title="Health">
      <Part name="Database" works={parts.database} otherwise="Does not answer, or takes no writes">
        {counted(busy, 'connection')} of this API in use
        {database.waiting > 0 && `, ${counted(database.waiting, 'query waits', 'queries wait')} for one`}
      </Part>
      <Part name="Temporal" works={parts.temporal} otherwise="Does not answer: acts are refused until it does">
        Keeps the cases running
      </Part>
      <Part name="Schema" works={parts.migrations} otherwise="Behind this version: run “drawbridge migrate”">
        All migrations are applied
      </Part>
      <Part name="API" works={parts.accepting} otherwise="Stopping: finishes its open requests">
        Takes new work
      </Part>
      <Outside name="Mail" last={page.mail} never="No letter was sent yet">
        {page.mail.failed + page.mail.inDoubt > 0 && (
          <a href="#letters">{counted(page.mail.failed + page.mail.inDoubt, 'letter')} not taken</a>
        )}
      </Outside>
      <Outside name="Access provider" last={page.provider} never="Nothing was asked of it yet">
        {page.slowGrants.count > 0 && <a href="#grants">{counted(page.slowGrants.count, 'grant')} waiting for it</a>}
      </Outside>
    </Section>
  );
}

function Part(props: { name: string; works: boolean; otherwise: string; children: ReactNode }) {
  const { name, works, otherwise, children } = props;
  return (
    <Line name={name} is={works ? 'met' : 'refused'} word={works ? 'Works' : 'Does not work'}>
      {works ? children : otherwise}
    </Line>
  );
}

type Last = OperationsPage['mail'] | OperationsPage['provider'];

/** Whether the last thing that is known of it is a failure. */
const isFailing = ({ successAt, failure }: Last): boolean =>
  failure !== undefined && (successAt === undefined || failure.at > successAt);

function Outside({ name, last, never, children }: { name: string; last: Last; never: string; children: ReactNode }) {
  const { successAt, failure } = last;
  const failing = isFailing(last);
  const [is, word]: [StateName, string] = failing
    ? ['late', 'Failed last']
    : successAt === undefined
      ? ['waiting', 'Not used yet']
      : ['met', 'Works'];
  return (
    <Line name={name} is={is} word={word}>
      {successAt === undefined ? (
        never
      ) : (
        <>
          Last success <When at={successAt} />
        </>
      )}
      {failing && failure !== undefined && (
        <>
          , failed <When at={failure.at} />
          {failure.answer !== undefined && `: ${failure.answer}`}
          {failure.code !== undefined && (
            <>
              : <a href={`/api/errors/${failure.code}`}>{failure.code}</a>
            </>
          )}
        </>
      )}
      {children && <> · {children}</>}
    </Line>
  );
}

function Line({ name, is, word, children }: { name: string; is: StateName; word: string; children: ReactNode }) {
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        {name}
        <div className="quiet">{children}</div>
      </div>
      <State is={is} word={word} />
    </div>
  );
}
