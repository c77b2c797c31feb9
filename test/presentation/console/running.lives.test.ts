import { contentHash } from '../../../domain/hash.js';
import { runningOf } from '../../../presentation/console/running.js';
import { doAll } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { afterFirstWeek } from '../../support/domain/firstMonth.js';

const EVAL_SET = contentHash('test weeks 2026-21 to 2026-26');

/** A first week with two readings of one KPI, by either side, and an invoice. */
function played(): Book {
  const reading = (by: string, value: number, at: string, source: string) => ({
    name: `reading ${value}`,
    by: as(by === 'vendor' ? 'vendor-contact' : 'engineering-manager'),
    command: () => ({
      ...{ type: 'RecordReading' as const, kpi: 'Arrivals in time', value, source, at, evalSetHash: EVAL_SET },
    }),
  });
  const book = afterFirstWeek().until('2026-09-14T09:00:00.000Z');
  return doAll(book, [
    reading('vendor', 88, '2026-09-07T08:00:00.000Z', 'Our run'),
    reading('client', 93, '2026-09-14T08:00:00.000Z', 'Their run'),
    {
      name: 'invoice',
      by: as('procurement'),
      command: () => ({ type: 'RecordInvoice', month: '2026-09', billedUsd: 42_000, engineers: 2 }),
    },
  ]);
}

const first = ({ kpis }: ReturnType<typeof runningOf>) => kpis.find(({ kpi }) => kpi === 'Arrivals in time');
const readingsOf = (page: ReturnType<typeof runningOf>) =>
  first(page)?.readings.map(({ value, missed, source }) => [value, missed, source]);

test('given readings and an invoice, then the client sees all of it, oldest first', () => {
  const { state, rows } = played();
  const page = runningOf(state, rows, 'compliance');
  expect(first(page)).toMatchObject({
    ...{ control: 'KP-1', target: 90, unit: '%', direction: 'at-least', misses: 1, evalSetHash: EVAL_SET },
    formula: 'Share of forecasts within 30 minutes of the arrival on the agreed test weeks',
  });
  expect(readingsOf(page)).toEqual([
    [88, true, 'Our run'],
    [93, false, 'Their run'],
  ]);
  expect(page.invoices).toEqual([{ month: '2026-09', billedUsd: 42_000, engineers: 2 }]);
});

test('given the vendor’s contact, then there are targets and values, and no words or invoices of the client’s', () => {
  const { state, rows } = played();
  const page = runningOf(state, rows, 'vendor-contact');
  expect(readingsOf(page)).toEqual([
    [88, true, 'Our run'],
    [93, false, ''],
  ]);
  expect([first(page)?.target, first(page)?.formula, page.invoices]).toEqual([90, undefined, undefined]);
});
