import { Outlet } from '@tanstack/react-router';
import { useSession } from '../../api/session.js';
import { Page } from '../../kit/Page.js';
import { Tabs } from '../../kit/Tabs.js';

const PARTS = [
  { to: '/compliance', name: 'Cases', roles: ['compliance', 'operator', 'legal', 'security', 'privacy'] },
  { to: '/compliance/populations', name: 'Populations', roles: ['compliance', 'operator'] },
  { to: '/compliance/readings', name: 'Who read what', roles: ['compliance', 'operator'] },
  { to: '/compliance/custody', name: 'Holds and erasures', roles: ['compliance', 'operator'] },
];

/** What an auditor asks: cases with their proof, populations and samples, holds and erasures, who read what. */
export function Compliance() {
  const { roles } = useSession();
  const own = PARTS.filter((part) => part.roles.some((role) => roles.includes(role)));
  return (
    <Page title="Compliance" under="Every answer here can be found again in a ledger, and checked on your own device.">
      <Tabs label="Compliance" tabs={own.map(({ to, name }) => [to, name] as const)} />
      <Outlet />
    </Page>
  );
}
