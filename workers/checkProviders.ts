import type { AccessProvider, ProviderCheck } from '../providers/access/port.js';

/** What a look at one provider showed. */
export type ProviderFindings = { provider: string; checks: ProviderCheck[] };

/** Looks at every provider whether it can be worked with; changes nothing at any of them. */
export const checkProviders = async (all: readonly AccessProvider[]): Promise<ProviderFindings[]> =>
  await Promise.all(all.map(async (one) => ({ provider: one.id, checks: await one.check() })));

type Warns = { warn(about: object, message: string): void };

/** Warns of what is not right at a provider, by its code alone: values may name accounts. */
export async function warnOfProviders(all: readonly AccessProvider[], logger: Warns): Promise<void> {
  for (const one of all) {
    const checks = await one.check().catch((): ProviderCheck[] => [{ code: 'check', ok: false }]);
    for (const { code } of checks.filter(({ ok }) => !ok))
      logger.warn({ provider: one.id, check: code }, 'a provider of access is not as it has to be');
  }
}
