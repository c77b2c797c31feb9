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
    accountsText(one),
    one.suspended === undefined ? one.status : 'suspended',
    readable(one.lastInstant),
    one.needs.map((need) => `${need.resource} as ${need.profile}: ${need.task}`).join('; '),
  ]);
  const known = people.flatMap((one) => knownText(one).map((text) => `${names[one.person]}: ${text}`));
  return [table(['ID', 'NAME', 'ROLE', 'EMPLOYER', 'ACCOUNTS', 'STATUS', 'LEAVES', 'NEEDS'], rows), ...known].join(
    '\n',
  );
}

/** Accounts with their numbers where those are known. */
function accountsText({ accounts = {}, accepted }: CaseView['people'][number]): string {
  const each = Object.entries(accounts).map(
    ([provider, { name, id }]) => `${provider}:${name}${id === undefined ? '' : ` (${id})`}`,
  );
  return `${each.join(', ')}${each.length === 0 || accepted ? '' : ' (not accepted)'}`;
}

/** What other cases know of a person who waits to be accepted, a line for each. */
export const knownText = ({ known = [] }: Pick<CaseView['people'][number], 'known'>): string[] =>
  known.map(({ caseId, as, differs }) => {
    const each = differs.map(({ field, here, there }) => `${fieldText(field)} there "${there}", here "${here}"`);
    return `Known from case ${caseId} (${as})${each.length === 0 ? ', with the same data.' : `: ${each.join('; ')}.`}`;
  });

/** `accounts.github` as `login at github`. */
const fieldText = (field: string): string =>
  field === 'timeZone' ? 'time zone' : field.replace(/^accounts\./, 'login at ');
