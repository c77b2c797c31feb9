import type { Registered } from '../../contract/register.js';
import { amount } from './figures.js';
import { choiceText } from './fill.js';

type Source = { from: string; answer: string };

/** `IP-6, DP-1`: where entries come from, each once. */
export const sourcesText = (sources: readonly Source[]): string =>
  [...new Set(sources.map(({ from }) => from.replaceAll('-file', ' file')))].join(', ');

/** What a company is to the case: `subcontractor (IP-6), employer (roster)`. */
export function rolesText(roles: Registered['parties'][number]['roles']): string {
  const each = [...new Set(roles.map((r) => r.role))];
  return each.map((role) => `${choiceText(role)} (${sourcesText(roles.filter((r) => r.role === role))})`).join(', ');
}

/** The countries of a company, each once. */
export const countriesText = (countries: Registered['parties'][number]['countries']): string =>
  countries.length === 0 ? 'not said' : [...new Set(countries.map((c) => c.country))].join(', ');

/** The terms on which a tool is used, one phrase each. */
export function termsText({ terms, provider }: Registered['tools'][number]): string[] {
  const by = provider === undefined ? [] : [`by ${provider}`];
  if (terms === undefined) return [...by, 'terms not said'];
  const { accountOwner, noTraining, logs, logCountry, logDays } = terms;
  return [
    ...by,
    choiceText(terms.use),
    `${choiceText(accountOwner)} account`,
    noTraining ? 'no training on what it gets' : 'may train on what it gets',
    logs === 'not-kept'
      ? 'no logs kept'
      : `logs kept by ${logs === 'provider' ? 'the provider' : `the ${choiceText(logs)}`} for ${amount(logDays, 'day')}${logCountry === undefined ? '' : ` in ${logCountry}`}`,
  ];
}

/** Where a data set or model comes from, under which licence, and in which form. */
export const originText = ({ origin, licence, form }: Registered['materials'][number]): string =>
  [origin === undefined ? 'origin not said' : choiceText(origin), licence, form]
    .filter((t) => t !== undefined)
    .join(', ');
