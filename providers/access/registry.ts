import { fromRef } from '../../domain/access/resources.js';
import { type AccessProvider, ProviderError } from './port.js';

/** Finds the provider by its name; throws `ProviderRefused` where this installation has none of that name. */
export type Providers = (name: string) => AccessProvider;

/** The providers that an installation works with. */
export function providersOf(...all: AccessProvider[]): Providers {
  const known = new Map(all.map((provider) => [provider.id, provider]));
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    throw new ProviderError('ProviderRefused', 'This installation is not connected to the provider of the resource.');
  };
}

/** The provider that answers for a resource. */
export const answersFor = (providers: Providers, resource: string): AccessProvider =>
  providers(fromRef(resource).provider);
