import type { Command } from 'commander';
import { z } from 'zod';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';

const Recovered = z.object({ caseId: z.string(), recovered: z.literal(true) });

/** `drawbridge recover`: a fresh run of a case from its ledger; for operators. */
export function addRecover(program: Command): void {
  const verb = program
    .command('recover <case>')
    .description('start a fresh run of a case from its ledger, after its run was lost (operator)')
    .option('--force', 'end a run that is still open first')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { force } = optionsOf<{ force?: boolean }>(command);
      const { globals, session } = await workOf(command, { role: 'operator' });
      const ask = { method: 'POST', query: { force: force === true } } as const;
      const answer = await withProgress('Rebuilding the case from its ledger', globals.json === true, () =>
        askJson(session, caseAt(caseId, 'recover'), Recovered, ask),
      );
      show(globals.json, answer, () => `Case ${caseId} runs again from its ledger.`);
    });
  withExamples(verb, 'recover CASE', 'recover CASE --force');
}
