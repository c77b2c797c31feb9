/** A resource by the name that people know it by: without its provider. */
export const placeText = (ref: string): string => ref.replace(/^[a-z][a-z0-9-]{0,30}:(?=\S)/, '');

const PROVIDERS: Record<string, string> = { github: 'GitHub', postgres: 'PostgreSQL', scim: 'SCIM', manual: 'By hand' };

/** A provider by the name that people know it by. */
export const providerText = (provider: string): string => PROVIDERS[provider] ?? provider;
