import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { VendorRecord } from '../../../contract/vendors.js';
import { hides } from '../../api/problem.js';
import { vendorQuery } from '../../api/queries.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, nameOf, plain } from '../../kit/words.js';
import { kindName } from '../documents/paperWords.js';
import { comparisonOf, countedIn } from './record.js';

/** What is known of a vendor from all its cases. */
export function Vendor() {
  const { vendor = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(vendorQuery(vendor));
  if (hides(error, data))
    return (
      <Page title={vendor}>
        <Fault error={error} again={refetch} />
      </Page>
    );
  if (data === undefined) return <Loading />;
  const comparison = comparisonOf(data.cases);
  return (
    <Page
      title={data.vendor}
      under={`${counted(data.cases.length, 'case')}, ${counted(data.papersInForce.length, 'document')} in force`}
      actions={
        <Group gap="sm">
          {data.cases.length > 1 &&
            (comparison === undefined ? (
              <Button component={Go} to={`/cases?search=${encodeURIComponent(data.vendor)}`} variant="default">
                Choose cases to compare
              </Button>
            ) : (
              <Button component="a" href={comparison} target="_blank" rel="noopener" variant="default">
                Compare its cases
              </Button>
            ))}
          <Button component={Go} to={stopPlace(data.vendor)} variant="default">
            Stop this vendor
          </Button>
        </Group>
      }
    >
      <Record cases={data.cases} />
      <Section title="Cases">
        {data.cases.map((one) => (
          <Case key={one.caseId} one={one} />
        ))}
      </Section>
      <Flags record={data} />
      <Papers record={data} />
    </Page>
  );
}

/** The stop switch with the vendor chosen. */
const stopPlace = (vendor: string): string =>
  `/access/stopped?${new URLSearchParams({ scope: 'vendor', subject: vendor }).toString()}`;

function Record({ cases }: Pick<VendorRecord, 'cases'>) {
  const found = countedIn(cases);
  return (
    <Section title="Record">
      {found.length === 0 ? (
        <State is="met" word="Nothing late, refused, waived or flagged so far" />
      ) : (
        <dl className="counts">
          {found.map(({ n, words }) => (
            <div key={words}>
              <dd>{n.toLocaleString()}</dd>
              <dt>{words}</dt>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

const OUTCOMES: Record<string, string> = {
  completed: 'Completed',
  'walked-away': 'Walked away',
  cancelled: 'Cancelled',
};

function Case({ one }: { one: VendorRecord['cases'][number] }) {
  const happened = countedIn([one]);
  return (
    <div className="row vendor-case">
      <span>
        <Go to={`/cases/${one.caseId}`} className="stretched">
          {one.title}
        </Go>
        <span className="quiet" style={{ display: 'block' }}>
          {one.client} · {plain(one.model)}
        </span>
      </span>
      <span>
        {one.paused ? 'Paused' : one.outcome === undefined ? plain(one.status) : (OUTCOMES[one.outcome] ?? one.outcome)}
        <span className="quiet above" style={{ display: 'block' }}>
          opened <When at={one.openedAt} />
          {one.closedAt !== undefined && (
            <>
              , closed <When at={one.closedAt} />
            </>
          )}
        </span>
      </span>
      <span className="quiet">
        {happened.map(({ n, words }) => `${n.toLocaleString()} ${words}`).join(', ')}
        {one.closedReason !== undefined && <span style={{ display: 'block' }}>{one.closedReason}</span>}
      </span>
    </div>
  );
}

function Flags({ record }: { record: VendorRecord }) {
  const flags = record.cases.flatMap((one) => one.redFlags.map((flag) => ({ ...flag, one })));
  if (flags.length === 0) return null;
  return (
    <Section title="Red flags">
      {flags.map(({ one, flag, person, status, raisedAt, reason }) => (
        <div key={`${one.caseId} ${flag} ${person ?? ''}`} className="row vendor-case">
          <span>
            {reason}
            {person !== undefined && <span className="quiet"> {nameOf(record.names, person)}</span>}
          </span>
          <span>
            {plain(status)}
            <span className="quiet" style={{ display: 'block' }}>
              raised <When at={raisedAt} />
            </span>
          </span>
          <Go to={`/cases/${one.caseId}`}>{one.title}</Go>
        </div>
      ))}
    </Section>
  );
}

function Papers({ record }: { record: VendorRecord }) {
  const titles = Object.fromEntries(record.cases.map(({ caseId, title }) => [caseId, title]));
  return (
    <Section title="Documents in force">
      {record.papersInForce.length === 0 && <Empty title="No document of this vendor is in force." />}
      {record.papersInForce.map((one) => (
        <div key={`${one.caseId} ${one.paper}`} className="row vendor-case">
          <span>
            <Go to={`/cases/${one.caseId}/documents/${encodeURIComponent(one.paper)}`}>{one.title}</Go>
            <span className="quiet" style={{ display: 'block' }}>
              {kindName(one.kind)}
              {one.person !== undefined && `, ${nameOf(record.names, one.person)}`}
            </span>
          </span>
          <span>
            {one.until === undefined ? (
              <span className="quiet">No end</span>
            ) : (
              <>
                until <When at={one.until} />
              </>
            )}
          </span>
          <Group gap="xs">
            <Go to={`/cases/${one.caseId}`}>{titles[one.caseId] ?? one.client}</Go>
            {one.reused !== undefined && <span className="quiet">taken over from an earlier case</span>}
          </Group>
        </div>
      ))}
    </Section>
  );
}
