import { isCountry } from '../../domain/countries.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that name a region and that ISO 3166-1 does not assign to a country: reserved, private or withdrawn. */
const NO_COUNTRY =
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ'.split(' ');

test('given every pair of letters, then a country is what the platform knows as one, without what is reserved or withdrawn', () => {
  const known = CODES.filter((code) => regions.of(code) !== undefined && !NO_COUNTRY.includes(code));
  expect(CODES.filter(isCountry)).toEqual(known);
  expect(known).toHaveLength(249);
});

test('given what is written otherwise, then it is no country', () => {
  expect(['pl', 'POL', 'P', '', 'PL ', 'constructor'].filter(isCountry)).toEqual([]);
});
