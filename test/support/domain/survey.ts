import type { Effect, EffectOutcome } from '../../../domain/case/effects.js';

/** Whoever holds access at the provider and is not known on a repository. */
export function survey(
  provider: ReadonlySet<string>,
  { repository, known }: Extract<Effect, { kind: 'survey-repository' }>,
): EffectOutcome {
  const there = [...provider].filter((lease) => lease.endsWith(`/${repository}`));
  const people = there.map((lease) => lease.slice(0, lease.indexOf('/')));
  return {
    kind: 'repository-surveyed',
    repository,
    unknownAccounts: people.filter((one) => !known.includes(one)).sort(),
  };
}
