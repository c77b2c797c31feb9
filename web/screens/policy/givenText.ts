/** What an access profile gives, by provider. */
export const givenText = (gives: Record<string, string>): string =>
  Object.entries(gives)
    .map(([provider, permission]) => `${provider}: ${permission}`)
    .join(', ');
