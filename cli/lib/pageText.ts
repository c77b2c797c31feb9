import type { Block, Page, Cell as PageCell } from '../../presentation/page/page.js';
import { type Cell, heading, paint, painted, pairs, safe, table } from './print.js';

const PAINT = { good: paint.green, bad: paint.red, wait: paint.yellow, note: paint.dim };

function cell(value: PageCell): Cell {
  if (typeof value === 'string') return value;
  const { text, more = [], tone } = value;
  const head = tone === undefined ? safe(text) : PAINT[tone](safe(text));
  return painted([...(text === '' ? [] : [head]), ...more.map(safe)].join('\n') || '-');
}

const facts = (rows: { label: string; value: string }[]): string =>
  pairs(rows.map(({ label, value }) => [label, value]));

function block(one: Block): string[] {
  switch (one.kind) {
    case 'heading':
      return [paint.bold(safe(one.text))];
    case 'text':
      return [safe(one.text)];
    case 'list':
      return one.items.map((item) => `- ${safe(item)}`);
    case 'facts':
      return [facts(one.rows)];
    case 'table':
      return [
        table(
          one.columns.map(({ title }) => title.toUpperCase()),
          one.rows.map((row) => row.map(cell)),
        ),
      ];
    case 'answers':
    case 'share':
      return [];
    case 'plot':
      return [safe(one.plot.alt)];
    default: {
      const never: never = one;
      return never;
    }
  }
}

/** A page in short, for a terminal: without what only its full form shows. */
export function pageText({ kind, title, subtitle, answer, sections }: Page): string {
  return [
    paint.bold(safe(`${kind}: ${title}`)),
    ...subtitle.map((line) => paint.dim(safe(line))),
    '',
    PAINT[answer.tone](safe(answer.headline)),
    ...answer.points.map((point) => `- ${safe(point)}`),
    facts(answer.facts),
    ...sections
      .filter(({ detail }) => detail !== true)
      .flatMap((one) => [heading(one.heading), ...one.blocks.flatMap(block)]),
  ].join('\n');
}
