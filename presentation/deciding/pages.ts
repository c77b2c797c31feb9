import type { CostPage, ModelsPage } from '../../contract/deciding.js';
import { usd } from '../../domain/controls/engagement/cost.js';
import { shortHash, time } from '../report/words.js';
import { usdText } from './cost.js';
import { modelLabel } from './models.js';

type Head = Pick<ModelsPage, 'caseId' | 'title' | 'vendor' | 'client' | 'asOf'>;

/** Title, subtitle and footer in words. */
export const headWords = ({ caseId, title, vendor, client, asOf }: Head) => ({
  title,
  subtitle: `${vendor} for ${client}, as of ${time(asOf)} UTC. Case ${caseId}.`,
  footer: `Drawbridge, case ${caseId}, ${time(asOf)} UTC. From the record of the case and its policy.`,
});

/** Everything that the page of engagement models shows, in words. */
export function modelsWords(page: ModelsPage) {
  const { recommended, chosen, wanted } = page;
  const mark = (id: string) => ({ recommended: id === recommended, chosen: id === chosen });
  return {
    ...headWords(page),
    recommended: modelLabel(recommended),
    standing:
      chosen === recommended
        ? 'It is the model chosen.'
        : `Chosen is ${modelLabel(chosen).toLowerCase()}${wanted === chosen ? '' : `; the intake wanted ${modelLabel(wanted).toLowerCase()}`}.`,
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

const exact = (amount: number): string => usdText({ lowUsd: amount, highUsd: amount });

type Line = { label: string; monthly: string; yearly: string; from: string; sum: boolean };
const line = (label: string, yearlyUsd: number, from: string, sum = false): Line => ({
  label,
  monthly: exact(Math.round(yearlyUsd / 12)),
  yearly: exact(yearlyUsd),
  from,
  sum,
});

/** In-house and vendor for one engineer, line by line. */
function lines({ sheet }: CostPage): Line[] {
  const { rate, managementMonthlyUsd: management, vendorMonthlyUsd: vendor, inHouse } = sheet;
  return [
    ...(inHouse?.parts ?? []).map(({ part, yearlyUsd }) =>
      line(`In-house: ${PARTS[part].toLowerCase()}`, yearlyUsd, 'EM-3'),
    ),
    ...(inHouse === undefined
      ? []
      : [
          {
            label: 'In-house, loaded',
            monthly: usdText(inHouse.monthly),
            yearly: usdText(inHouse.yearly),
            from: inHouse.from === 'entered' ? 'The five parts above' : 'Figures of the policy, below',
            sum: inHouse.from === 'entered',
          },
        ]),
    ...(rate === undefined
      ? []
      : [line("Vendor's all-in rate", 12 * rate.monthlyUsd, rate.from === 'intake' ? 'The intake' : rate.from)]),
    ...(management === undefined ? [] : [line('Your own management of the vendor', 12 * management, 'EM-3')]),
    ...(vendor === undefined || management === undefined
      ? []
      : [line('Vendor with your management', 12 * vendor, 'The two lines above', true)]),
  ];
}

/** What has to be entered before the page is complete. */
function lacking({ sheet }: CostPage): string[] {
  return [
    ...(sheet.rate === undefined ? ["The vendor's rate per engineer and month is not entered (EM-3)."] : []),
    ...(sheet.inHouse?.from === 'entered'
      ? []
      : [
          sheet.inHouse === undefined
            ? 'The loaded cost in-house is not entered (EM-3), and the policy has no figures for it.'
            : 'The loaded cost in-house is not entered (EM-3); the figures of the policy stand in its place.',
        ]),
    ...(sheet.managementMonthlyUsd === undefined
      ? ['Your own management cost is not entered (EM-3) and not counted.']
      : []),
  ];
}

/** A share of the cost in-house as a sentence; a range where in-house is one. */
export function percentSentence({ low, high }: { low: number; high: number }): string {
  const of = 'of the loaded cost in-house';
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
      : `EM-3 was entered by ${names[entered.by] ?? entered.by} on ${time(entered.at)} UTC, form ${shortHash(entered.formHash)}.`;
  const row = (
    label: string,
    { monthly, yearly }: { monthly: Parameters<typeof usdText>[0]; yearly: Parameters<typeof usdText>[0] },
  ) => ({
    label,
    monthly: usdText(monthly),
    yearly: usdText(yearly),
  });
  return {
    ...headWords(page),
    lacking: lacking(page),
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
      billed: exact(billedUsd),
      agreed: agreedUsd === undefined ? 'not agreed' : exact(agreedUsd),
      difference: differenceUsd === undefined ? '' : exact(differenceUsd),
      above: (differenceUsd ?? 0) > 0,
    })),
  };
}
