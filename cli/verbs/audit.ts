import type { Command } from 'commander';
import { addAuditPopulation } from './auditPopulation.js';
import { addAuditReadings } from './auditReadings.js';
import { addAuditCustody, addAuditRetention } from './auditRetention.js';

/** `drawbridge audit`: what an auditor asks of all cases together. */
export function addAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('populations and samples across cases, retention, holds and erasures, who read what');
  addAuditPopulation(audit);
  addAuditRetention(audit);
  addAuditCustody(audit);
  addAuditReadings(audit);
}
