import { Outlet } from '@tanstack/react-router';
import { useSession } from '../../api/session.js';
import { Page } from '../../kit/Page.js';
import { Tabs } from '../../kit/Tabs.js';

const REPLAYERS = ['compliance', 'procurement', 'operator'];

/** The policies: as they read, which are allowed, in what two differ, and what one would change. */
export function Policy() {
  const { roles } = useSession();
  const replays = roles.some((role) => REPLAYERS.includes(role));
  return (
    <Page title="Policy" under="What is asked of a vendor, who decides it, by when, and where each number comes from.">
      <Tabs
        label="Policy"
        tabs={[
          ['/policy', 'As it reads'],
          ['/policy/list', 'Allowed policies'],
          ['/policy/difference', 'Difference of two'],
          ...(replays ? [['/policy/replay', 'What it would change'] as const] : []),
        ]}
      />
      <Outlet />
    </Page>
  );
}
