import type { CostPage, ModelsPage } from '../../contract/deciding.js';
import { PRICE } from '../../domain/controls/engagement/priceIds.js';
import { instantText } from '../words/dates.js';
import { shortHash } from '../words/figures.js';
import { usd, usdRange } from '../words/money.js';
import { lackingIn } from './lacking.js';
import { modelLabel } from './models.js';

type Head = Pick<ModelsPage, 'caseId' | 'title' | 'vendor' | 'client' | 'asOf' | 'timeZone'>;

/** Title, subtitle and footer in words. */
export const headWords = ({ caseId, title, vendor, client, asOf, timeZone }: Head) => ({
  title,
  subtitle: `${vendor} for ${client}, as of ${instantText(asOf, timeZone)}. Case ${caseId}.`,
  footer: `Drawbridge, case ${caseId}, ${instantText(asOf, timeZone)}. From the record of the case and its policy.`,
});

/** Everything that the page of engagement models shows, in words. */
export function modelsWords(page: ModelsPage) {
  const { recommended, chosen, wanted } = page;
  const mark = (id: string) => ({ recommended: id === recommended, chosen: id === chosen });
  return {
    ...headWords(page),
    recommended: modelLabel(recommended),
    status:
      chosen === recommended
        ? 'This model was chosen.'
        : `${modelLabel(chosen)} was chosen${wanted === chosen ? '' : `; the intake asked for ${modelLabel(wanted).toLowerCase()}`}.`,
    reasons: page.reasons,
    overrideReason: page.overrideReason ?? '',
    models: page.models.map(({ id, label }) => ({ label, ...mark(id) })),
    rows: page.dimensions.map(({ label, facts }) => ({
      label,
      cells: page.models.map(({ id }) => ({ text: facts[id], ...mark(id) })),
    })),
  };
}

const PARTS = {
  baseUsd: 'Base salary',
  equityUsd: 'Equity',
  recruiterUsd: "Recruiter's fee, spread",
  benefitsUsd: 'Benefits',
  employerTaxUsd: "Employer's tax",
} as const;

const FIGURE_LABELS: Record<string, string> = {
  inHouseLowUsd: 'Loaded cost in-house, from',
  inHouseHighUsd: 'Loaded cost in-house, to',
  managedTeamFromUsd: 'Managed team, all-in, from',
};

type Line = { label: string; monthly: string; yearly: string; from: string; sum: boolean };
const line = (label: string, yearlyUsd: number, from: string, sum = false): Line => ({
  label,
  monthly: usd(Math.round(yearlyUsd / 12)),
  yearly: usd(yearlyUsd),
  from,
  sum,
});

/** In-house and vendor for one engineer, line by line. */
function lines({ sheet }: CostPage): Line[] {
  const { rate, managementMonthlyUsd: management, vendorMonthlyUsd: vendor, inHouse } = sheet;
  return [
    ...(inHouse?.parts ?? []).map(({ part, yearlyUsd }) =>
      line(`In-house: ${PARTS[part].toLowerCase()}`, yearlyUsd, PRICE),
    ),
    ...(inHouse === undefined
      ? []
      : [
          {
            label: 'In-house, loaded',
            monthly: usdRange(inHouse.monthly),
            yearly: usdRange(inHouse.yearly),
            from: inHouse.from === 'entered' ? 'The five parts above' : 'Policy figures, below',
            sum: inHouse.from === 'entered',
          },
        ]),
    ...(rate === undefined
      ? []
      : [line("Vendor's all-in rate", 12 * rate.monthlyUsd, rate.from === 'intake' ? 'The intake' : rate.from)]),
    ...(management === undefined ? [] : [line('Your own management of the vendor', 12 * management, PRICE)]),
    ...(vendor === undefined || management === undefined
      ? []
      : [line('Vendor with your management', 12 * vendor, 'The two lines above', true)]),
  ];
}

/** A share of the cost in-house as a sentence; a range where in-house is one. */
export function percentSentence({ low, high }: { low: number; high: number }): string {
  const of = 'of the loaded in-house cost';
  if (low === high) return low < 0 ? `The vendor costs ${-low} % more than in-house.` : `That is ${low} % ${of}.`;
  const signed = (share: number): string => `${share}`.replace('-', '−');
  return `That is ${signed(low)} % to ${signed(high)} % ${of}.`;
}

/** Everything that the cost page shows, in words. */
export function costWords(page: CostPage) {
  const { sheet, entered, names, policy } = page;
  const { saving, engineers } = sheet;
  const who =
    entered === undefined
      ? ''
      : `EM-3 was entered by ${names[entered.by] ?? entered.by} on ${instantText(entered.at, page.timeZone)}, form ${shortHash(entered.formHash)}.`;
  const row = (
    label: string,
    { monthly, yearly }: { monthly: Parameters<typeof usdRange>[0]; yearly: Parameters<typeof usdRange>[0] },
  ) => ({
    label,
    monthly: usdRange(monthly),
    yearly: usdRange(yearly),
  });
  return {
    ...headWords(page),
    lacking: lackingIn(sheet),
    lines: lines(page),
    entered: who,
    saving:
      saving === undefined ? [] : [row('One engineer', saving.engineer), row(`The team of ${engineers}`, saving.team)],
    percent: saving === undefined ? '' : percentSentence(saving.percent),
    figures: page.figures.map(({ name, value, source }) => ({
      label: FIGURE_LABELS[name] ?? name,
      value: usd(value),
      source: `${source} (policy ${policy.name} ${policy.version})`,
    })),
    invoices: sheet.invoices.map(({ month, engineers: count, billedUsd, agreedUsd, differenceUsd }) => ({
      month,
      engineers: count,
      billed: usd(billedUsd),
      agreed: agreedUsd === undefined ? 'not agreed' : usd(agreedUsd),
      difference: differenceUsd === undefined ? '' : usd(differenceUsd),
      above: (differenceUsd ?? 0) > 0,
    })),
  };
}
