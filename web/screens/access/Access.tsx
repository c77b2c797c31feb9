import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { stopsQuery } from '../../api/stops.js';
import { Fault, Loading, Page } from '../../kit/Page.js';
import { Tabs } from '../../kit/Tabs.js';
import { counted } from '../../kit/words.js';
import { requestsOf } from './Requested.js';
import { grantsOf, isUnanswered, outsideOf } from './rows.js';
import { useCases } from './useCases.js';

/** Who can reach what over all vendors, what was found beside it, what has to be confirmed. */
export function Access() {
  const { cases, isPending, error, left, again } = useCases();
  const { data: stops } = useQuery(stopsQuery(true));
  const grants = grantsOf(cases);
  const held = grants.filter(({ standing }) => standing === 'open');
  const reached = new Set(held.map(({ who }) => who));
  const vendors = new Set(held.map(({ seen }) => seen.vendor.name));
  const open = outsideOf(cases).filter(isUnanswered).length;
  const due = grants.filter((grant) => grant.due).length;
  const named = (name: string, count: number): string => (count === 0 ? name : `${name} (${count})`);
  return (
    <Page
      title="Access"
      under={
        isPending
          ? 'Reading the cases …'
          : `${counted(reached.size, 'person', 'people')} of ${counted(vendors.size, 'vendor')} can reach something now.${left ? ' The newest 200 cases are shown.' : ''}`
      }
    >
      <Tabs
        label="Access"
        tabs={[
          ['/access', 'Now'],
          ['/access/places', 'Places'],
          ['/access/requests', named('Requests', requestsOf(cases).length)],
          ['/access/found', named('Found at the provider', open)],
          ['/access/recertify', named('Recertify', due)],
          ['/access/covered', 'Covered on a day'],
          ['/access/stopped', named('Stopped', stops?.rows.length ?? 0)],
        ]}
      />
      {error !== null && <Fault error={error} again={again} />}
      {error === null && isPending && cases.length === 0 && <Loading />}
      {/* A part that asks for the cases too would ask again for what has just failed. */}
      {(cases.length > 0 || (error === null && !isPending)) && <Outlet />}
    </Page>
  );
}
