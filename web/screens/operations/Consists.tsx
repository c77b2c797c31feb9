import type { ReactNode } from 'react';
import type { OperationsPage } from '../../../contract/operations.js';
import { Go } from '../../kit/Go.js';
import { Section } from '../../kit/Page.js';
import { counted, plain } from '../../kit/words.js';

type Tally = OperationsPage['cases'][number];

const sum = (rows: Tally[], of: (row: Tally) => number): number => rows.reduce((all, row) => all + of(row), 0);

/** What the installation consists of; every number leads to what it counts. */
export function Consists({ page }: { page: OperationsPage }) {
  const { cases, addresses, tokens, sessions, policy } = page;
  const of = (status: string): Tally[] => cases.filter((row) => row.status === status);
  const late = sum(cases, (row) => row.lateTasks);
  const asked = addresses.asked + addresses.nobodyReached;
  return (
    <Section title="In this installation">
      <Line name="Cases">
        {['open', 'closing', 'closed'].map((status, i) => (
          <span key={status}>
            {i > 0 && ' · '}
            <Go to={`/cases?status=${status}`}>
              {sum(of(status), (row) => row.cases).toLocaleString()} {plain(status).toLowerCase()}
            </Go>
          </span>
        ))}
      </Line>
      <Line name="Tasks">
        <Go to="/cases">
          {counted(
            sum(cases, (row) => row.openTasks),
            'open task',
          )}
        </Go>
        {' · '}
        <Go to="/cases?late=true">{late.toLocaleString()} late</Go>
      </Line>
      {asked > 0 && (
        <Line name="Addresses that refuse letters">
          {counted(addresses.asked, 'address', 'addresses')} somebody is asked to correct
          {addresses.nobodyReached > 0 && `; for ${addresses.nobodyReached.toLocaleString()} nobody can be reached`}
        </Line>
      )}
      <Line name="Signed in">
        <a href="#person">{counted(sessions.open, 'open session')}</a>
        {' · '}
        <a href="#person">{counted(tokens.valid, 'valid token')}</a>
        {tokens.unclaimed > 0 && (
          <>
            {' · '}
            <a href="#person">{tokens.unclaimed.toLocaleString()} not claimed yet</a>
          </>
        )}
      </Line>
      <Line name="Policy">
        <Go to="/policy">
          {policy.name} {policy.version}
        </Go>
        {' · '}
        <Go to="/policy/list">{counted(policy.listed, 'other allowed policy', 'other allowed policies')}</Go>
      </Line>
      <Line name="Proof">
        <Go to="/compliance">Check a ledger</Go> · <Go to="/compliance/custody">Log of holds, erasures and tokens</Go> ·{' '}
        <Go to="/compliance/readings">Who read what</Go>
      </Line>
    </Section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(72px, 1fr) minmax(0, 4fr)' }}>
      <span className="quiet">{name}</span>
      <div>{children}</div>
    </div>
  );
}
