import { z } from 'zod';
import { type Report, report } from '../../contract/report.js';
import { CliError, EXIT } from '../exit.js';
import { withoutAlternatives } from './alternatives.js';
import { inProse } from './names.js';
import { type Cell, heading, paint, painted, pairs, table } from './print.js';
import { span, stamp } from './times.js';

/** Reads the report as the API sends it. */
export function readReport(text: string): Report {
  try {
    return report.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new CliError(EXIT.other, 'The report is not understood: the API may be of another version.');
  }
}

/** The report in short, for a terminal; the whole of it is in HTML and JSON. */
export function reportInWords(model: Report): string {
  const parts: [string, string][] = [
    ['Controls', controls(model)],
    ['Decisions and refusals', decisions(model)],
    ['Access', access(model)],
    ['KPIs', kpis(model)],
    ['Whose turn it was', turnsInWords(model.clocks.attribution)],
    ['Ledger', ledger(model)],
  ];
  return [summary(model), ...parts.flatMap(([title, text]) => (text === '' ? [] : [heading(title), text]))].join('\n');
}

const summary = (model: Report): string =>
  pairs([
    ['Case', painted(paint.bold(model.caseId))],
    ['Title', model.title],
    ['Vendor', model.vendor.name],
    ['Status', `${model.status}, day ${model.dayOfPlan} of the plan`],
    ['As of', stamp(model.asOf)],
  ]);

function controls({ controls: all, sums: { all: sum }, names }: Report): string {
  const line = `${sum.met} met, ${sum.waived} waived, ${sum.open} open, ${sum.refused} refused, ${sum.notApplicable} not applicable`;
  const unmet = withoutAlternatives(all).filter(
    (one) => one.status === 'open' || one.status === 'refused' || one.status === 'waived',
  );
  if (unmet.length === 0) return line;
  const rows: Cell[][] = unmet.map((one) => [
    one.person === undefined ? one.id : `${one.id} (${names[one.person] ?? one.person})`,
    one.status,
    one.title,
    one.waiver === undefined
      ? inProse(one.missing.join(' '), names)
      : `by ${names[one.waiver.by] ?? one.waiver.by} until ${stamp(one.waiver.until)}: ${one.waiver.reason}`,
  ]);
  return `${line}\n${table(['CONTROL', 'STATUS', 'TITLE', 'WHY'], rows)}`;
}

function decisions({ decisions: all, names }: Report): string {
  if (all.length === 0) return '';
  return table(
    ['NO.', 'WHEN', 'WHO', 'WHAT', 'WHY'],
    all.map((one) => [
      one.seq,
      stamp(one.at),
      one.role === 'system' ? 'the engine' : `${names[one.by] ?? one.by} (${one.role})`,
      inProse([one.what, one.on, one.refusedCode].filter((part) => part !== undefined).join(' '), names),
      inProse(`${one.why}${changes(one.difference)}`, names),
    ]),
  );
}

/** How much a proposed policy changes; the lines stand in the page and in the JSON. */
const changes = (difference: Report['decisions'][number]['difference']): string =>
  difference === undefined ? '' : ` (${difference.length} changes)`;

function access({ access: windows, names }: Report): string {
  if (windows.length === 0) return 'Nobody has had access.';
  return table(
    ['PERSON', 'REPOSITORY', 'GRANTED', 'SEEN OPEN', 'ENDED', 'CAUSE', 'SEEN ABSENT', 'PROVEN AGAIN'],
    windows.map((one) => [
      names[one.person] ?? one.person,
      `${one.resource} (${one.permission})`,
      stamp(one.grantedAt),
      one.openedAt && stamp(one.openedAt),
      one.endedAt && stamp(one.endedAt),
      one.cause,
      one.withdrawnAt && stamp(one.withdrawnAt),
      one.proofs.map((proof) => `${proof.hours} h`).join(', '),
    ]),
  );
}

function kpis({ kpis: all }: Report): string {
  if (all.length === 0) return '';
  return table(
    ['KPI', 'TARGET', 'LAST READING', 'READINGS', 'MISSED'],
    all.map((one) => [
      one.kpi,
      `${one.direction} ${one.target} ${one.unit}`,
      one.readings.at(-1)?.value,
      one.readings.length,
      one.misses,
    ]),
  );
}

/** Time by whose turn it was, in one line. */
export const turnsInWords = (attribution: Report['clocks']['attribution']): string => {
  const { client, vendor, both, nobody } = attribution.totalsMs;
  return `client ${span(client)}, vendor ${span(vendor)}, both ${span(both)}, nobody ${span(nobody)}; in all ${span(attribution.elapsedMs)}`;
};

function ledger({ ledger: { rows, head, verification } }: Report): string {
  const whole = verification.ok ? paint.green('verified') : paint.red(`broken at no. ${verification.brokenSeq}`);
  return `${rows} entries, ${whole}, head ${head.hash}`;
}
