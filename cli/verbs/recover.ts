import { type Command, InvalidArgumentError } from 'commander';
import { type CasePage, casePage, recoveredCase } from '../../contract/cases.js';
import { CliError, EXIT } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { counted } from '../lib/numbers.js';
import { show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import type { Session } from '../lib/session.js';

const PAGE = 200;

/** What became of every case that is not closed. */
type AllRecovered = { recovered: string[]; running: string[]; failed: { caseId: string; message: string }[] };

/** `drawbridge recover`: a fresh run of a case, or of every case that is not closed, from its ledger; for operators. */
export function addRecover(program: Command): void {
  const verb = program
    .command('recover [case]')
    .description('start a fresh run of a case from its ledger, after its run was lost (operator)')
    .option('--all', 'every case that is not closed, after the data of Temporal were lost')
    .option('--force', 'end a run that is still open first')
    .action(async (caseId: string | undefined, _: unknown, command: Command) => {
      const { force = false, all = false } = optionsOf<{ force?: boolean; all?: boolean }>(command);
      if (all === (caseId !== undefined)) throw new InvalidArgumentError('Name one case, or say --all.');
      const { globals, session } = await workOf(command, { role: 'operator' });
      const quiet = globals.json === true;
      if (caseId !== undefined) {
        const answer = await withProgress('Rebuilding the case from its ledger', quiet, () =>
          one(session, caseId, force),
        );
        show(globals.json, answer, () => `Case ${caseId} runs again from its ledger.`);
        return;
      }
      const came = await withProgress('Rebuilding cases from their ledgers', quiet, () => everyOpen(session, force));
      show(globals.json, came, () => inWords(came));
      if (came.failed.length > 0)
        throw new CliError(EXIT.other, `${counted(came.failed.length, 'case')} could not be recovered.`);
    });
  withExamples(verb, 'recover CASE', 'recover CASE --force', 'recover --all');
}

const one = (session: Session, caseId: string, force: boolean) =>
  askJson(session, caseAt(caseId, 'recover'), recoveredCase, { method: 'POST', query: { force } });

async function everyOpen(session: Session, force: boolean): Promise<AllRecovered> {
  const came: AllRecovered = { recovered: [], running: [], failed: [] };
  for (const caseId of await openCases(session)) {
    try {
      await one(session, caseId, force);
      came.recovered.push(caseId);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      if (error.more.code === 'RunStillOpen') came.running.push(caseId);
      else came.failed.push({ caseId, message: error.message });
    }
  }
  return came;
}

async function openCases(session: Session): Promise<string[]> {
  const ids: string[] = [];
  for (const status of ['open', 'closing'])
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page: CasePage = await askJson(session, '/api/cases', casePage, {
        query: { status, limit: PAGE, cursor },
      });
      ids.push(...page.rows.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    }
  return ids;
}

function inWords({ recovered, running, failed }: AllRecovered): string {
  return [
    `Running again from their ledgers: ${counted(recovered.length, 'case')}; left alone, since they were running: ${running.length}.`,
    ...failed.map(({ caseId, message }) => `Case ${caseId} was not recovered: ${message}`),
  ].join('\n');
}
