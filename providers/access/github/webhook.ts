import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** True where GitHub has signed exactly these bytes with the secret; `signature` as in `X-Hub-Signature-256`. */
export function isSigned(secret: string, body: Buffer, signature: string | undefined): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '')?.[1];
  if (given === undefined) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(given, 'hex'));
}

/** Events after which somebody may reach a repository otherwise than before, or it goes by another name. */
const OF_ACCESS = new Set([
  'member',
  'membership',
  'team',
  'team_add',
  'organization',
  'org_block',
  'repository',
  'public',
  'deploy_key',
  'installation',
  'installation_repositories',
  'branch_protection_rule',
  'repository_ruleset',
]);

const told = z.object({ repository: z.object({ id: z.number().int().positive() }).nullish() });

/**
 * Which places a delivery is about: one repository, all of them (as where a team changed), or none. What it says is not believed beyond that:
 * it may come twice, late, in any order, or not at all.
 */
export function placesTold(event: string | undefined, body: Buffer): { placeId: string } | 'all' | 'none' {
  if (event === undefined || !OF_ACCESS.has(event)) return 'none';
  const read = told.safeParse(parsed(body));
  if (!read.success) return 'none';
  const { repository } = read.data;
  return repository === undefined || repository === null ? 'all' : { placeId: String(repository.id) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
