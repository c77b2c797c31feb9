import type { Command } from 'commander';
import { type CaseAccess, caseAccess } from '../../contract/controls.js';
import { withNames } from '../../presentation/words/people.js';
import { badInput } from '../exit.js';
import { accountsText } from '../lib/accounts.js';
import { caseAt, workOf } from '../lib/act.js';
import { tellCoverage } from '../lib/coverage.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { leaseRows } from '../lib/leases.js';
import { heading, safe, show } from '../lib/print.js';
import { addAccessCheck } from './accessCheck.js';
import { addAccessExplain } from './accessExplain.js';
import { addAccessLeft } from './accessLeft.js';
import { addManualAccess } from './accessManual.js';
import { addAccessPlaces } from './accessPlaces.js';
import { addAccessRequest } from './accessRequest.js';
import { addAccessReview } from './accessReview.js';

/** `drawbridge access`: who holds access and what it rests on, and what is changed and verified where no system gives access. */
export function addAccess(program: Command): void {
  const access = program
    .command('access')
    .description('show, explain and request access; attest and verify manual access; check the providers');
  const verb = access
    .command('show <case>', { isDefault: true })
    .description('show who holds which access, why it ended, and what was read back at the provider')
    .option('--why', 'also show the papers and records that each access rests on')
    .option('--person <person>', 'with --day: was this person covered on that day, and by what?')
    .option('--day <day>', 'the day in question, YYYY-MM-DD')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { why, person, day } = optionsOf<{ why?: boolean; person?: string; day?: string }>(command);
      if ((person === undefined) !== (day === undefined)) throw badInput('Use --person and --day together.');
      const work = await workOf(command, { caseId, reads: true });
      if (person !== undefined && day !== undefined) return await tellCoverage(work, caseId, person, day);
      const held = await askJson(work.session, caseAt(caseId, 'access'), caseAccess);
      show(work.globals.json, held, () => inWords(held, why === true));
    });
  withExamples(
    verb,
    'access show CASE',
    'access CASE',
    'access show CASE --why',
    'access show CASE --person "Ewa Lis" --day 2026-09-14',
  );
  addAccessExplain(access);
  addAccessPlaces(access);
  addManualAccess(access);
  addAccessRequest(access);
  addAccessReview(access);
  addAccessLeft(access);
  addAccessCheck(access);
}

function inWords({ leases, names, zone, ...beside }: CaseAccess, why: boolean): string {
  const outside = accountsText({ ...beside, names }, zone);
  if (leases.length === 0) return ['Nobody has had access in this case.', outside].filter(Boolean).join('\n\n');
  const grounds = leases.flatMap((one) => [
    heading(`${names[one.person] ?? one.person} on ${one.resource} rests on`),
    ...one.restsOn.map((ref) => `  ${safe(withNames(ref, names))}`),
  ]);
  const held = [leaseRows(leases, { names, zone }), ...(why ? grounds : [])].join('\n');
  return [held, outside].filter(Boolean).join('\n\n');
}
