import { ActionIcon, Button, Kbd, Menu, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { IconMenu2, IconMoon, IconSearch, IconSun, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { workQuery } from '../api/queries.js';
import { sessionQuery, useSession } from '../api/session.js';
import { Go, useGo } from '../kit/Go.js';
import { SKIPS, SkipLink } from '../kit/Skip.js';
import { listed, roleName } from '../kit/words.js';
import { Connection } from './Connection.js';
import { useKeys } from './keys.js';
import { isRehearsal } from './mode.js';
import { placesOf } from './places.js';
import { signOut } from './signOut.js';

const Palette = lazy(async () => ({ default: (await import('./Palette.js')).Palette }));
const KeyHelp = lazy(async () => ({ default: (await import('./KeyHelp.js')).KeyHelp }));
const RehearsalBar = lazy(async () => ({ default: (await import('./RehearsalBar.js')).RehearsalBar }));

/** Loads what it holds when that is first wanted. It stays then, so that the focus goes back to where it was. */
function Late({ when, children }: { when: boolean; children: ReactNode }) {
  const wanted = useRef(false);
  wanted.current ||= when;
  return wanted.current && <Suspense fallback={null}>{children}</Suspense>;
}

/** Everything behind the sign-in. Whose session ends while they look signs in again, and is back with what they typed. */
export function Shell() {
  const { data } = useQuery(sessionQuery);
  if (data === null) return <Leave />;
  return (
    <>
      <Notifications role="region" position="bottom-right" autoClose={6000} />
      {/* Another person is another page: nothing that was typed in this one stays. */}
      <Frame key={data?.person.id} />
    </>
  );
}

/** Goes to the sign-in once, with the way back to where one was. */
function Leave() {
  const { navigate } = useRouter();
  useEffect(() => {
    const { pathname, search } = window.location;
    void navigate({ to: '/sign-in', search: { to: pathname + search, ended: '1' }, replace: true });
  }, [navigate]);
  return null;
}

/** The frame around every page: places at the side, search, who one is. */
function Frame() {
  const session = useSession();
  const [menu, setMenu] = useState(false);
  const [search, setSearch] = useState(false);
  const [help, setHelp] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes what hung over the one before.
  useEffect(() => setMenu(false), [pathname]);
  const places = placesOf(session);
  useKeys({ onSearch: () => setSearch(true), onHelp: () => setHelp(true), places });
  return (
    <>
      <Late when={isRehearsal}>
        <RehearsalBar />
      </Late>
      <div className="frame">
        <div id={SKIPS} className="skips">
          <SkipLink to="content">Skip to content</SkipLink>
        </div>
        <div>
          <div className="topbar">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Menu"
              aria-expanded={menu}
              onClick={() => setMenu(!menu)}
            >
              <IconMenu2 size={20} aria-hidden />
            </ActionIcon>
            <b>Drawbridge</b>
            <ActionIcon
              ml="auto"
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Search"
              aria-haspopup="dialog"
              onClick={() => setSearch(true)}
            >
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
          </div>
          <Side open={menu} onSearch={() => setSearch(true)} />
        </div>
        <main className="content" id="content" tabIndex={-1}>
          <Connection />
          <Outlet />
        </main>
        <Late when={search}>
          <Palette open={search} onClose={() => setSearch(false)} />
        </Late>
        <Late when={help}>
          <KeyHelp open={help} onClose={() => setHelp(false)} places={places} />
        </Late>
      </div>
    </>
  );
}

function Side({ open, onSearch }: { open: boolean; onSearch(): void }) {
  const session = useSession();
  const { data } = useQuery({ ...workQuery, enabled: session.roles.some((role) => role !== 'operator') });
  return (
    <nav className="side" aria-label="Places" data-open={open || undefined}>
      <Button
        variant="default"
        justify="space-between"
        mb={8}
        fw={400}
        aria-haspopup="dialog"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={onSearch}
      >
        Search
      </Button>
      {placesOf(session).map(({ to, name, icon: Icon }) => (
        <Go
          key={to}
          to={to}
          className="place"
          activeOptions={{ exact: to === '/' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size={16} aria-hidden />
          {name}
          {to === '/' && data !== undefined && data.rows.length > 0 && (
            <span className="count">{data.rows.length}</span>
          )}
        </Go>
      ))}
      <div style={{ marginTop: 'auto' }} />
      <Me />
    </nav>
  );
}

function Me() {
  const { person, roles } = useSession();
  const go = useGo();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return (
    <Menu position="top-start" width={220} transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          h="auto"
          py={6}
          px={8}
          justify="flex-start"
          leftSection={<IconUser size={16} aria-hidden />}
        >
          <span style={{ textAlign: 'left' }}>
            <span style={{ display: 'block' }}>{person.name}</span>
            <span className="quiet" style={{ fontSize: 12, fontWeight: 400 }}>
              {listed(roles.map(roleName))}
            </span>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={dark ? <IconSun size={14} aria-hidden /> : <IconMoon size={14} aria-hidden />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? 'Light' : 'Dark'}
        </Menu.Item>
        <Menu.Item leftSection={<IconUser size={14} aria-hidden />} onClick={() => go('/me')}>
          Your account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
