import { Go } from './Go.js';

/** Parts of a screen, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly (readonly [to: string, name: string])[] }) {
  return (
    <nav aria-label={label} className="tabs no-print">
      {tabs.map(([to, name]) => (
        <Go key={to} to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
          {name}
        </Go>
      ))}
    </nav>
  );
}
