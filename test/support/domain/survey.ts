import type { Effect, EffectOutcome } from '../../../domain/case/effects.js';
import type { PersonId } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';

/** Whoever holds access at the provider and is not known on a repository; the login of somebody rejected is that of a stranger, under another id. */
export function survey(
  provider: ReadonlySet<string>,
  { resource, known, logins }: Extract<Effect, { kind: 'survey-resource' }>,
  people: CaseState['people'],
): EffectOutcome {
  const idOf = (id: PersonId): PersonId =>
    people[id]?.status === 'rejected' && logins[id] === undefined ? `login-of-${id}` : id;
  const there = [...provider].filter((lease) => lease.endsWith(`/${resource}`));
  const found = there.map((lease) => idOf(lease.slice(0, lease.indexOf('/'))));
  return {
    kind: 'resource-surveyed',
    resource,
    unknownAccounts: found.filter((one) => !known.includes(one)).sort(),
  };
}
