import { contentHash } from '../../../../domain/hash.js';
import type { LeftBehind } from '../../port.js';
import {
  type Actors,
  branchesAnswer,
  protectionAnswer,
  type Ruleset,
  rulesetAnswer,
  rulesetsAnswer,
} from './answers.js';
import { dated, type Look, type Part, partOfEach, readList, readOne, UNSEEN } from './part.js';
import { accountOf } from './people.js';

/** Whom the protection of a branch does not hold: who may push past it, and who may merge without a review. */
export async function readBranches(look: Look): Promise<Part> {
  const branches = await readList(look, '/branches', branchesAnswer, { protected: 'true' });
  if (branches === undefined) return UNSEEN;
  return await partOfEach(branches, async ({ name }): Promise<Part> => {
    const read = await readOne(look, '/branches/{branch}/protection', protectionAnswer, { branch: name });
    /* A ruleset alone protects it; to who does not administer the repository, any other looks the same. */
    if (read === 'missing') return { found: [], whole: look.repository.administered };
    if (read === 'refused') return UNSEEN;
    const past = read.required_pull_request_reviews?.bypass_pull_request_allowances;
    return { found: distinct([...bypassing(name, read.restrictions), ...bypassing(name, past)]), whole: true };
  });
}

/** Whom a ruleset of the repository or of its organisation does not hold; one that is switched off holds nobody. */
export async function readRulesets(look: Look): Promise<Part> {
  const rulesets = await readList(look, '/rulesets', rulesetsAnswer);
  if (rulesets === undefined) return UNSEEN;
  const inForce = rulesets.filter(({ enforcement }) => enforcement !== 'disabled');
  return await partOfEach(inForce, async ({ id }): Promise<Part> => {
    const read = await readOne(look, '/rulesets/{ruleset_id}', rulesetAnswer, { ruleset_id: id });
    if (read === 'missing') return { found: [], whole: true };
    if (read === 'refused' || read.bypass_actors === undefined) return UNSEEN;
    return { found: await notHeldBy(look, read), whole: true };
  });
}

function bypassing(branch: string, actors: Actors): LeftBehind[] {
  /* A branch has no number, and its name may be somebody's. */
  const known = `branch-${contentHash(branch).slice(0, 12)}`;
  const one = (type: string, { id }: { id: number }) =>
    ({ kind: 'branch-bypass', id: `${known}:${type}:${id}` }) as const;
  const { users = [], teams = [], apps = [] } = actors ?? {};
  return [
    ...users.map((user) => ({ ...one('User', user), what: branch, by: accountOf(user) })),
    ...teams.map((team) => ({ ...one('Team', team), what: `${branch}: ${team.name}` })),
    ...apps.map((app) => ({ ...one('Integration', app), what: `${branch}: ${app.name}` })),
  ];
}

async function notHeldBy({ people }: Look, { id, name, updated_at, bypass_actors = [] }: Ruleset) {
  const found: LeftBehind[] = [];
  for (const { actor_type: type, actor_id } of bypass_actors) {
    const by = type === 'User' && actor_id ? await people.numbered(actor_id) : undefined;
    found.push({
      kind: 'branch-bypass',
      id: `ruleset-${id}:${type}${actor_id ? `:${actor_id}` : ''}`,
      what: by ? name : `${name}: ${type}`,
      ...dated(updated_at),
      ...(by && { by }),
    });
  }
  return found;
}

const distinct = (found: readonly LeftBehind[]): LeftBehind[] => [
  ...new Map(found.map((one) => [one.id, one])).values(),
];
