import { isCountry } from '../../domain/countries.js';

const regions = new Intl.DisplayNames(undefined, { type: 'region' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country by its code, under its name in the reader's language. */
export const countries = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  .filter(isCountry)
  .map((code) => ({ value: code, label: regions.of(code) ?? code }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** Every time zone that the browser knows. */
export const zones = Intl.supportedValuesOf('timeZone');
