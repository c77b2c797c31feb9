/** Weekdays off (ISO, 1 is Monday) where they are not Saturday and Sunday. */
const FRIDAY_SATURDAY = [5, 6];

/** Countries whose weekend is Friday and Saturday: Unicode CLDR, supplemental week data, and the governments of BD, MV and PS. The United Arab Emirates left it on 1 January 2022. */
const COUNTRIES = 'BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE'.split(' ');

/** States with the same weekend in a country that has another: Kedah, Kelantan and Terengganu of Malaysia. */
const STATES: Record<string, readonly string[]> = { MY: ['02', '03', '11'] };

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** ISO weekdays that are worked in a region of holidays such as `PL`, `US-NY` or `EG`. */
export function weekdaysOf(region: string): number[] {
  const [country = '', state = ''] = region.split('-');
  const early = COUNTRIES.includes(country) || (Object.hasOwn(STATES, country) && STATES[country]?.includes(state));
  const off = early ? FRIDAY_SATURDAY : [6, 7];
  return EVERY_DAY.filter((weekday) => !off.includes(weekday));
}
