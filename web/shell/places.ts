import {
  IconBriefcase,
  IconBuilding,
  IconChecklist,
  IconGavel,
  IconKey,
  IconScale,
  IconServer,
  IconShieldCheck,
} from '@tabler/icons-react';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { Session } from '../api/session.js';

/** A place of the console, and who has work there. */
export type Place = { to: string; name: string; icon: typeof IconKey; shortcut: string };

const READERS: readonly string[] = CLIENT_ROLES;

const PLACES: (Place & { roles: readonly string[] })[] = [
  { to: '/', name: 'My work', icon: IconChecklist, shortcut: 'g w', roles: [...READERS, 'vendor-contact', 'engineer'] },
  { to: '/cases', name: 'Cases', icon: IconBriefcase, shortcut: 'g c', roles: [...READERS, 'operator'] },
  { to: '/vendors', name: 'Vendors', icon: IconBuilding, shortcut: 'g v', roles: READERS },
  { to: '/access', name: 'Access', icon: IconKey, shortcut: 'g a', roles: READERS },
  { to: '/policy', name: 'Policy', icon: IconScale, shortcut: 'g p', roles: [...READERS, 'operator'] },
  {
    to: '/compliance',
    name: 'Compliance',
    icon: IconShieldCheck,
    shortcut: 'g k',
    roles: ['compliance', 'operator', 'legal', 'security', 'privacy'],
  },
  { to: '/operations', name: 'Operations', icon: IconServer, shortcut: 'g o', roles: ['operator'] },
];

/** The places that somebody has; the vendor's people have their work and their one case. */
export function placesOf({ roles, side, caseId }: Session): Place[] {
  const own = PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));
  if (side === 'client' || caseId === undefined) return own;
  return [...own, { to: `/cases/${caseId}`, name: 'Our case', icon: IconGavel, shortcut: 'g c' }];
}
