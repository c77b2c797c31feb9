import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Explained, Ground, Observation } from '../../../contract/explain.js';
import { PLACES } from '../../../presentation/console/places.js';
import { lookText, reachText } from '../../../presentation/words/explained.js';
import { shortHash } from '../../../presentation/words/figures.js';
import { causeText } from '../../../presentation/words/headings.js';
import { placeText } from '../../../presentation/words/places.js';
import { Go } from '../../kit/Go.js';
import { Section } from '../../kit/Page.js';
import { State, type StateName } from '../../kit/State.js';
import { Told } from '../../kit/Told.js';
import { counted, nameOf, plain, roleName } from '../../kit/words.js';
import { stampIn } from '../../kit/zoned.js';
import { permissionName } from '../access/permissions.js';

type Names = Record<string, string>;
type Of = { caseId: string; zone: string; names: Names };

const LOOKS: Record<Explained['state'], StateName> = {
  present: 'access',
  invited: 'waiting',
  absent: 'closed',
  unseen: 'late',
  others: 'late',
  'never-seen': 'late',
};

/** One place at an instant: whether it could be reached, by what right, who looked before and after, and what the right rested on. */
export function OnePlace({ one, ...of }: Of & { one: Explained }) {
  const { resource, state, since, right, ended, before, after, nobodyLooked, grounds } = one;
  const stamp = (at: string) => stampIn(at, of.zone);
  return (
    <Section title={placeText(resource)}>
      <Stack gap="md">
        <div>
          <State is={LOOKS[state]} word={plain(reachText(state))} />
          {since !== undefined && <div className="quiet">Known since {stamp(since)}</div>}
        </div>
        <dl className="facts">
          <dt>By what right</dt>
          <dd>
            {right === undefined ? (
              'No grant was in force.'
            ) : (
              <>
                {permissionName(right.permission)}, granted since {stamp(right.since)}
                {right.notAfter !== undefined && `, at the latest until ${stamp(right.notAfter)}`}
                <Entry seq={right.seq} of={of} />
              </>
            )}
            {ended !== undefined && (
              <div>
                Ended {stamp(ended.at)}: {causeText(ended.cause)}. <Told text={ended.detail ?? ''} names={of.names} />
                <Entry seq={ended.seq} of={of} />
              </div>
            )}
          </dd>
          <Look name="Seen before" look={before} of={of} none="Nobody had looked." />
          <Look name="Seen after" look={after} of={of} none="Nobody has looked since." />
          {nobodyLooked !== undefined && (
            <>
              <dt>In between</dt>
              <dd>
                No look between {stamp(nobodyLooked.from)} and{' '}
                {nobodyLooked.until === undefined ? 'now' : stamp(nobodyLooked.until)} is on record.
                <div className="quiet">Of looks that found nothing new, only the last is kept.</div>
              </dd>
            </>
          )}
        </dl>
        {grounds.length > 0 && (
          <details>
            <summary>What the grant rested on: {counted(grounds.length, 'record')}</summary>
            <Stack gap="sm" pt="sm">
              {grounds.map((ground) => (
                <Grounds key={ground.ref} ground={ground} of={of} />
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Section>
  );
}

function Look({ name, look, of, none }: { name: string; look: Observation | undefined; of: Of; none: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {look === undefined ? (
          none
        ) : (
          <>
            {stampIn(look.at, of.zone)}: {lookText(look)}
            <Entry seq={look.seq} of={of} />
          </>
        )}
      </dd>
    </>
  );
}

function Grounds({ ground: { title, entries }, of }: { ground: Ground; of: Of }) {
  return (
    <div>
      <div title={title}>
        <Told text={title.replace(/[0-9a-f]{64}/g, shortHash)} names={of.names} />
      </div>
      {entries.length === 0 && <div className="quiet">Established before this case, or by time alone.</div>}
      <ol className="plain">
        {entries.map(({ seq, at, by, role, text, why }) => (
          <li key={seq}>
            <Told text={text} names={of.names} />
            <Entry seq={seq} of={of} />
            <div className="quiet">
              {stampIn(at, of.zone)}
              {by !== 'system' && `, ${nameOf(of.names, by)}, ${roleName(role).toLowerCase()}`}
              {why !== undefined && (
                <>
                  : <Told text={why} names={of.names} />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The way to an entry of the ledger. */
function Entry({ seq, of }: { seq: number; of: Of }) {
  return (
    <>
      {' '}
      <Go to={PLACES.entry(of.caseId, seq)}>no. {seq}</Go>
    </>
  );
}
