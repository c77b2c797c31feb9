import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { wholeNumber } from '../lib/numbers.js';

type Invoice = { billed: number; engineers: number; note?: string };

/** `drawbridge invoice`: records what the vendor billed for a month. */
export function addInvoice(program: Command): void {
  const verb = program
    .command('invoice <case> <month>')
    .description('record what was billed for a month (YYYY-MM); above the rate agreed it raises red flag RF-4')
    .requiredOption('--billed <usd>', 'all that was billed for it, whole US dollars', wholeNumber)
    .requiredOption('--engineers <number>', 'how many engineers worked that month', wholeNumber)
    .option('--note <text>', 'what the invoice says of it')
    .action(async (caseId: string, month: string, _: unknown, command: Command) => {
      const { billed, engineers, note } = optionsOf<Invoice>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RecordInvoice', { month, billedUsd: billed, engineers, note });
    });
  withExamples(verb, 'invoice CASE 2026-09 --billed 40500 --engineers 3 --as procurement');
}
