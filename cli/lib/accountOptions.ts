import { InvalidArgumentError } from 'commander';
import { fromRef } from '../../domain/access/resources.js';
import { ACCOUNT_PROVIDERS } from '../../domain/people/accounts.js';

/** How accounts are named: the option, once for each. */
export const ACCOUNT = '--account <provider:login>';

/** Adds one account to those that were named before. */
export function collectAccounts(text: string, before: Record<string, string> = {}): Record<string, string> {
  const { provider, id: name } = fromRef(text);
  if (!ACCOUNT_PROVIDERS.some((one) => one === provider) || name === '')
    throw new InvalidArgumentError(
      `It must be written provider:login, such as github:ada; providers are ${ACCOUNT_PROVIDERS.join(', ')}.`,
    );
  return { ...before, [provider]: name };
}

/** Accounts as they are typed: `github:ada`. */
export const accountWords = (accounts: Record<string, { name: string }> = {}): string[] =>
  Object.entries(accounts).map(([provider, { name }]) => `${provider}:${name}`);
