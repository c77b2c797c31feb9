import type { Command } from 'commander';
import { addLedgerExport } from './ledgerExport.js';
import { addLedgerShow } from './ledgerShow.js';
import { addLedgerVerify } from './ledgerVerify.js';

/** `drawbridge ledger`: the trail of a case. */
export function addLedger(program: Command): void {
  const ledger = program.command('ledger').description('read, export or verify the ledger of a case');
  addLedgerShow(ledger);
  addLedgerExport(ledger);
  addLedgerVerify(ledger);
}
