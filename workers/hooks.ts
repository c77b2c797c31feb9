import type { ApiParts } from '../api/parts.js';
import type { PlaceLooks } from '../client/placeLooks.js';
import type { Store } from '../store/contract.js';
import type { ApiProcessConfig } from './config.js';
import { createGithubHook } from './githubHook.js';
import { createLogger } from './logging.js';

/** The providers that may say that something changed there: those whose secret is set. */
export function hooksOf(
  { GITHUB_WEBHOOK_SECRET: secret, LOG_LEVEL }: ApiProcessConfig,
  { places }: Pick<Store, 'places'>,
  looks: PlaceLooks,
): Pick<ApiParts, 'hooks'> {
  if (secret === undefined) return {};
  const logger = createLogger('drawbridge-api', LOG_LEVEL);
  const onTrouble = (kind: string) => logger.warn({ kind }, 'a place could not be looked at early');
  return { hooks: { github: createGithubHook({ secret, places, looks, onTrouble }) } };
}
