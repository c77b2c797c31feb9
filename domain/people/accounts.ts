/** Providers at which people go by accounts of their own; a test holds them against the vocabularies. */
export const ACCOUNT_PROVIDERS = ['github', 'postgres', 'scim'] as const;
export type AccountProvider = (typeof ACCOUNT_PROVIDERS)[number];

/** Names of a person's accounts, by provider. */
export type AccountNames = { [provider in AccountProvider]?: string | undefined };

/** An account as it was told: by its name, and by the id that it keeps once its provider was asked. */
export type ToldAccount = { name: string; id?: string };

/** Accounts of a person, by provider. */
export type Accounts = Record<string, ToldAccount>;

/** Providers that tell large letters from small ones in the name of an account. */
const TELL_CASES = ['postgres'];

/** The name of an account however it was typed: two of one plain name are one account. */
export function plainAccount(provider: string, name: string): string {
  const plain = name.trim().normalize('NFC');
  return TELL_CASES.includes(provider) ? plain : plain.toLowerCase();
}

/** True for two spellings of one account. */
export const sameAccount = (provider: string, a: string, b: string): boolean =>
  plainAccount(provider, a) === plainAccount(provider, b);

/** Names by provider, one pair each. */
export const namedAccounts = (names: AccountNames = {}): [provider: string, name: string][] =>
  Object.entries(names).flatMap(([provider, name]) => (name === undefined ? [] : [[provider, name]]));

/** Accounts of which the names alone are known. */
export const toldAccounts = (names?: AccountNames): Accounts =>
  Object.fromEntries(namedAccounts(names).map(([provider, name]) => [provider, { name }]));

/** Names of accounts, by provider. */
export const namesOfAccounts = (accounts: Accounts = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(accounts).map(([provider, { name }]) => [provider, name]));
