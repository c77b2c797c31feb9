import { z } from 'zod';
import { ProviderError } from '../port.js';
import type { Relation, Role } from './catalog.js';
import type { Marker } from './marker.js';
import type { Session } from './session.js';
import { quoted } from './settle.js';

const namespaceRow = z.object({ name: z.string(), held: z.boolean() });

/* What PUBLIC or a group has counts for nothing here: it may go. */
const NAMESPACE = `select n.nspname as name, exists (
    select from aclexplode(n.nspacl) a where a.grantee = $2 and a.privilege_type = 'USAGE'
  ) or n.nspowner = $2 as held
  from pg_namespace n where n.oid = $1`;

/** Lets the role into the schema of a relation; true when that is Drawbridge's own doing, now or for another place. */
export async function giveUsage(
  session: Session,
  role: Role,
  { namespace }: Relation,
  markers: readonly Marker[],
): Promise<boolean> {
  const [found] = await session.read(namespaceRow, NAMESPACE, [namespace, role.oid]);
  if (found !== undefined && !found.held) {
    await session.run(`grant usage on schema ${quoted(found.name)} to ${quoted(role.name)}`);
    /* A role that has USAGE and may not pass it on is answered by a warning alone. */
    const [given] = await session.read(namespaceRow, NAMESPACE, [namespace, role.oid]);
    if (given?.held === true) return true;
    throw new ProviderError('ProviderRefused', 'Drawbridge’s role may not let others into the schema.');
  }
  return markers.some((marker) => marker.namespace === namespace && marker.usageGiven);
}

/** Takes USAGE on a schema where Drawbridge gave it and nothing that it has given there is left. */
export async function takeUsage(
  session: Session,
  role: Role,
  marker: Marker,
  others: readonly Marker[],
): Promise<void> {
  if (!marker.usageGiven || others.some(({ namespace }) => namespace === marker.namespace)) return;
  const [found] = await session.read(namespaceRow, NAMESPACE, [marker.namespace, role.oid]);
  if (found?.held) await session.run(`revoke usage on schema ${quoted(found.name)} from ${quoted(role.name)}`);
}
