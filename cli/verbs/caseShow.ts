import type { Command } from 'commander';
import { shownCase } from '../../contract/cases.js';
import type { CaseView, EngineerView } from '../../contract/caseView.js';
import { caseAt, workOf } from '../lib/act.js';
import { disputes, firstDays, milestones } from '../lib/agreementSections.js';
import * as sections from '../lib/caseSections.js';
import { withExamples } from '../lib/examples.js';
import { askJson } from '../lib/http.js';
import { incidentsInWords } from '../lib/incidents.js';
import { heading, paint, painted, pairs, show } from '../lib/print.js';

/** `drawbridge case show`: where a case stands. */
export function addCaseShow(group: Command): void {
  const verb = group
    .command('show <case>')
    .description('show the status of a case: stages, decisions, controls, documents, people, access, tasks')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const shown = await askJson(session, caseAt(caseId), shownCase);
      show(globals.json, shown, () => ('stages' in shown ? inWords(shown) : engineerInWords(shown)));
    });
  withExamples(verb, 'case show CASE', 'case show CASE --as engineer:"Ewa Lis"');
}

function inWords(view: CaseView): string {
  const now = Date.parse(view.asOf);
  const all: [string, string | undefined][] = [
    ['Stages', sections.stages(view)],
    ['Decisions', sections.approvals(view, now)],
    ['New evidence to decide on', sections.newEvidence(view)],
    ['Proposed policy', sections.proposedPolicies(view)],
    ['Controls that are open', sections.openControls(view)],
    ['Red flags', sections.flags(view, now)],
    ['Papers', sections.papers(view, now)],
    ['People', sections.people(view)],
    ['Access', sections.leases(view)],
    ['Replacements', sections.replacements(view, now)],
    ['Recertification of access', sections.recertification(view, now)],
    ['Incidents and drills', incidentsInWords(view.incidents, view)],
    ['Tasks', sections.tasks(view, now)],
    ['Missed meetings', sections.missedMeetings(view)],
    ['Milestones', milestones(view, now)],
    ['First days', firstDays(view)],
    ['Disputes', disputes(view, now)],
    ['Time so far', sections.time(view)],
  ];
  const shown = all.flatMap(([title, text]) => (text === undefined ? [] : [heading(title), text]));
  return [sections.summary(view), ...shown].join('\n');
}

function engineerInWords(view: EngineerView): string {
  const now = Date.now();
  const head = pairs([
    ['Case', painted(paint.bold(view.caseId))],
    ['Title', view.title],
    ['Vendor', view.vendor.name],
    ['You', `${view.names[view.you.person] ?? view.you.person}, ${view.you.jobRole}: ${view.you.status}`],
  ]);
  const access = view.leases.map((lease) => [lease.resource, lease.permission, lease.want, lease.seen]);
  const all: [string, string | undefined][] = [
    ['Your papers', sections.papers(view, now)],
    ['Your tasks', sections.tasks(view, now)],
    ['Your access', sections.orNone(['REPOSITORY', 'PERMISSION', 'WANTED', 'SEEN'], access)],
  ];
  return [head, ...all.flatMap(([title, text]) => (text === undefined ? [] : [heading(title), text]))].join('\n');
}
