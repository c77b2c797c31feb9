import type { Command } from 'commander';
import { caseView } from '../../api/views/schema.js';
import { workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { people } from '../lib/caseSections.js';
import { withExamples } from '../lib/examples.js';
import { show } from '../lib/print.js';

/** `drawbridge people list`: the roster of a case. */
export function addPeopleList(group: Command): void {
  const verb = group
    .command('list <case>')
    .description("list the vendor's people, with their ids")
    .action(async (caseId: string, _: unknown, command: Command) => {
      const work = await workOf(command, { caseId, role: 'procurement' });
      const view = await caseOf(work, caseId, caseView.pick({ people: true, names: true }));
      show(work.globals.json, view, () => people(view) ?? 'Nobody has been proposed yet.');
    });
  withExamples(verb, 'people list CASE');
}
