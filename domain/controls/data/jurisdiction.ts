import type { Intake } from '../../case/intake.js';
import type { Day } from '../../time.js';
import { type Adequacy, EEA, EU_ADEQUACY, UK_ADEQUACY } from './adequacy.js';
import { touchesPersonalData } from './personalData.js';

/** Laws that ask for an agreement with whoever processes personal data for somebody: Art. 28 of the first two, Art. 9 of the Swiss act. */
export type DataLaw = 'GDPR' | 'UK GDPR' | 'FADP';

/** What says where the parties are established. */
export type Seats = { client: { country?: string | undefined; holidays: string }; vendor: { country: string } };

/** Where the parties are established; the client where the case file says so, else in the country of its holidays. */
export const establishedIn = ({ client, vendor }: Seats): { client: string; vendor: string } => ({
  client: client.country ?? client.holidays.slice(0, 2),
  vendor: vendor.country,
});

/**
 * The laws that bind the personal data of a case: by where a party is established, wherever the people live (GDPR and UK GDPR
 * Art. 3(1)), and by where the people are (Art. 3(2)). None where there are no personal data.
 */
export function lawsOf(intake: Intake): DataLaw[] {
  if (!touchesPersonalData(intake)) return [];
  const parties = Object.values(establishedIn(intake));
  const laws: [DataLaw, boolean][] = [
    ['GDPR', intake.data.euPersonalData || parties.some((c) => EEA.includes(c))],
    ['UK GDPR', parties.includes('GB')],
    ['FADP', parties.includes('CH')],
  ];
  return laws.flatMap(([law, binds]) => (binds ? [law] : []));
}

/** True where a party is established in the EU or EEA: it may provide or deploy an AI system there (Regulation (EU) 2024/1689, Art. 2(1)). */
export const isOfTheUnion = (seats: Seats): boolean => Object.values(establishedIn(seats)).some((c) => EEA.includes(c));

type TransferLaw = { law: DataLaw; home: readonly string[]; decisions: readonly Adequacy[] };

/** Laws whose rules on transfers are judged here: Art. 44 to 49 of the GDPR and of the UK GDPR. */
const TRANSFER_LAWS: readonly TransferLaw[] = [
  { law: 'GDPR', home: EEA, decisions: EU_ADEQUACY },
  { law: 'UK GDPR', home: ['GB'], decisions: UK_ADEQUACY },
];

const binding = (intake: Intake): TransferLaw[] => {
  const laws = lawsOf(intake);
  return TRANSFER_LAWS.filter(({ law }) => laws.includes(law));
};

/** True where rules on transfers bind the case's personal data at all. */
export const bindsTransfers = (intake: Intake): boolean => binding(intake).length > 0;

/** True where personal data that go to a country, or are seen from there, leave the area of a law that binds them. */
export const isThirdCountry = (intake: Intake, country: string): boolean =>
  binding(intake).some(({ home }) => !home.includes(country));

/** What adequacy decisions say of a country on a day, under every law that binds: the least of it. */
export function adequacyOf(intake: Intake, country: string, today: Day): 'adequate' | 'when-certified' | 'none' {
  const found = binding(intake)
    .filter(({ home }) => !home.includes(country))
    .map(({ decisions }) =>
      decisions.find((d) => d.country === country && d.on <= today && (d.through === undefined || today <= d.through)),
    );
  if (found.includes(undefined)) return 'none';
  return found.some((d) => d?.certifiedOnly) ? 'when-certified' : 'adequate';
}
