import type { Day } from '../../time.js';

/** Member states of the EU, and Iceland, Liechtenstein and Norway (Decision 154/2018 of the EEA Joint Committee): one area under the GDPR. */
export const EEA: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

/** One decision that a country protects personal data adequately; it counts from `on`, and through `through` where it ends. */
export type Adequacy = {
  country: string;
  /** The act, as it is cited. */
  act: string;
  on: Day;
  through?: Day;
  /** Counts only for recipients that are certified under the framework that the act names. */
  certifiedOnly?: true;
};

const decision = (country: string, act: string, on: Day, more: Partial<Adequacy> = {}): Adequacy => ({
  country,
  act,
  on,
  ...more,
});

/**
 * Decisions of the European Commission under GDPR Art. 45 (and Directive 95/46/EC before it, Art. 45(9)), as of 30 November 2026.
 * The European Patent Organisation, adequate as an organisation since 15 July 2025, is no country and not part of the table.
 */
export const EU_ADEQUACY: readonly Adequacy[] = [
  decision('CH', 'Decision 2000/518/EC', '2000-07-26'),
  // Commercial organisations under PIPEDA only, which a vendor is.
  decision('CA', 'Decision 2002/2/EC', '2001-12-20'),
  decision('AR', 'Decision 2003/490/EC', '2003-06-30'),
  decision('GG', 'Decision 2003/821/EC', '2003-11-21'),
  decision('IM', 'Decision 2004/411/EC', '2004-04-28'),
  decision('JE', 'Decision 2008/393/EC', '2008-05-08'),
  decision('FO', 'Decision 2010/146/EU', '2010-03-05'),
  decision('AD', 'Decision 2010/625/EU', '2010-10-19'),
  decision('IL', 'Decision 2011/61/EU', '2011-01-31'),
  decision('UY', 'Decision 2012/484/EU', '2012-08-21'),
  decision('NZ', 'Decision 2013/65/EU', '2012-12-19'),
  decision('JP', 'Decision (EU) 2019/419', '2019-01-23'),
  decision('GB', 'Decision (EU) 2021/1772, renewed on 19 December 2025', '2021-06-28', { through: '2031-12-27' }),
  decision('KR', 'Decision (EU) 2022/254', '2021-12-17'),
  decision('US', 'Decision (EU) 2023/1795, EU-US Data Privacy Framework', '2023-07-10', { certifiedOnly: true }),
  decision('BR', 'Decision (EU) 2026/179', '2026-01-26'),
];

const KEPT = 'Data Protection Act 2018, Schedule 21, paragraph 5';
const EXIT = '2020-12-31';

/** Adequacy regulations of the United Kingdom under UK GDPR Art. 45 and 45A, as of 30 November 2026. */
export const UK_ADEQUACY: readonly Adequacy[] = [
  ...[...EEA, 'GI', 'CH', 'CA', 'AR', 'GG', 'IM', 'JE', 'FO', 'AD', 'IL', 'UY', 'NZ', 'JP'].map((country) =>
    decision(country, KEPT, EXIT),
  ),
  decision('KR', 'Data Protection (Adequacy) (Republic of Korea) Regulations 2022', '2022-12-19'),
  decision('US', 'Data Protection (Adequacy) (United States of America) Regulations 2023', '2023-10-12', {
    certifiedOnly: true,
  }),
];
