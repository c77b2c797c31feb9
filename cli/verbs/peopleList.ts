import type { Command } from 'commander';
import { type CaseView, caseView } from '../../contract/caseView.js';
import { workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { show, table } from '../lib/print.js';
import { readable } from '../lib/times.js';

/** `drawbridge people list`: the roster of a case. */
export function addPeopleList(group: Command): void {
  const verb = group
    .command('list <case>')
    .description("list the vendor's people, with their ids")
    .action(async (caseId: string, _: unknown, command: Command) => {
      const work = await workOf(command, { caseId, reads: true });
      const view = await caseOf(work, caseId, caseView.pick({ people: true, names: true }));
      show(work.globals.json, view, () => inWords(view));
    });
  withExamples(verb, 'people list CASE');
}

function inWords({ people, names }: Pick<CaseView, 'people' | 'names'>): string {
  if (people.length === 0) return 'Nobody has been proposed yet.';
  const rows = people.map((one) => [
    one.person,
    names[one.person],
    one.jobRole,
    `${one.employer} (${one.country})`,
    one.suspended === undefined ? one.status : 'suspended',
    readable(one.lastInstant),
    one.needs.map((need) => `${need.resource} as ${need.profile}: ${need.task}`).join('; '),
  ]);
  return table(['ID', 'NAME', 'ROLE', 'EMPLOYER', 'STATUS', 'LEAVES', 'NEEDS'], rows);
}
