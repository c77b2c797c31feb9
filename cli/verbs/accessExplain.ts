import type { Command } from 'commander';
import { namedExplanation } from '../../contract/explain.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { explainedInWords } from '../lib/explained.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { show } from '../lib/print.js';

/** `drawbridge access explain`: what somebody could reach at an instant, by what right, and who saw it. */
export function addAccessExplain(access: Command): void {
  const verb = access
    .command('explain <case> <person> [resource]')
    .description('what could this person reach at that instant, on which papers and decisions, and who saw it?')
    .requiredOption('--at <instant>', 'the instant, or a day in the client’s zone: then its last moment')
    .action(async (caseId: string, person: string, resource: string | undefined, _: unknown, command: Command) => {
      const { at } = optionsOf<{ at: string }>(command);
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const query = { person, at, ...(resource !== undefined && { resource }) };
      const answer = await askJson(session, caseAt(caseId, 'explain'), namedExplanation, { query });
      show(globals.json, answer, () => explainedInWords(answer));
    });
  withExamples(
    verb,
    'access explain CASE "Ewa Lis" github:meridian/eta-model --at 2026-09-14T10:15:00Z',
    'access explain CASE "Ewa Lis" --at 2026-09-14 --json',
  );
}
