import type { ClientBase } from 'pg';
import { APP_ROLE } from './session.js';

/**
 * Lets the application's role see which migrations there are, and makes the user that serves a member of it.
 *
 * Throws, in one sentence, when that user does not exist or the one that migrates may not let it in.
 */
export async function letAppIn(client: ClientBase, user: string | undefined): Promise<void> {
  const exists = await holds(client, 'select exists (select from pg_roles where rolname = $1)', APP_ROLE);
  if (exists) await client.query(`grant select on kysely_migration to ${APP_ROLE}`);
  if (user === undefined || (await holds(client, 'select session_user = $1', user))) return;
  if (!exists) throw new Error(`The role ${APP_ROLE} is missing; let an administrator create it, then migrate again.`);
  if (!(await holds(client, 'select exists (select from pg_roles where rolname = $1)', user)))
    throw new Error(`There is no role "${user}", which DATABASE_URL names; create it, then migrate again.`);
  if (await holds(client, `select pg_has_role($1, '${APP_ROLE}', 'usage')`, user)) return;
  await client.query(`grant ${APP_ROLE} to ${quoted(user)}`);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The answer to a question whose answer is one Boolean. */
async function holds(client: ClientBase, question: string, name: string): Promise<boolean> {
  const { rows } = await client.query<unknown[]>({ text: question, values: [name], rowMode: 'array' });
  return rows[0]?.[0] === true;
}
