import { type Command, InvalidArgumentError, Option } from 'commander';
import { caseView } from '../../contract/caseView.js';
import { INCIDENT_KINDS, INCIDENT_STEPS, NOTICE_ITEMS } from '../../domain/incidents/incident.js';
import { act, caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { incidentsInWords } from '../lib/incidents.js';
import { show } from '../lib/print.js';

/** `drawbridge incident`: a breach and its two clocks, or a drill of the same. */
export function addIncident(program: Command): void {
  const group = program
    .command('incident')
    .description('report an incident or open a drill, record its steps, close it');
  addReportVerb(group);
  addAmendVerb(group);
  addStepVerb(group);
  const close = group
    .command('close <case> <incident>')
    .description('close an incident whose steps are all done or grounded')
    .action(async (caseId: string, incident: string, _: unknown, command: Command) => {
      await act(await workOf(command, { caseId }), caseId, 'CloseIncident', { incident });
    });
  withExamples(close, 'incident close CASE inc-1 --as security');
  const shown = group
    .command('show <case> [incident]')
    .description('show incidents and drills: clocks, steps, measured minutes')
    .action(async (caseId: string, incident: string | undefined, _: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const view = await askJson(session, caseAt(caseId), caseView);
      const found = view.incidents.filter((i) => incident === undefined || i.id === incident);
      show(globals.json, found, () => incidentsInWords(found, view) ?? 'No incident.');
    });
  withExamples(shown, 'incident show CASE', 'incident show CASE inc-1');
}

type Report = { what: string; personalData?: true; drill?: true; vendorAware?: string; clientAware?: string };

function addReportVerb(group: Command): void {
  const verb = group
    .command('report <case> <incident>')
    .description('report an incident under an id of your choice; the hours run from awareness, weekends included')
    .addOption(new Option('--what <kind>', 'what happened').choices(INCIDENT_KINDS).makeOptionMandatory())
    .option('--personal-data', 'it touches personal data, or nobody knows yet')
    .option('--drill', 'an exercise: nobody outside is told')
    .option('--vendor-aware <instant>', 'when the vendor became aware; left out: now')
    .option('--client-aware <instant>', 'when the client became aware; left out: now')
    .action(async (caseId: string, incident: string, _: unknown, command: Command) => {
      const { what, personalData = false, drill = false, vendorAware, clientAware } = optionsOf<Report>(command);
      const body = { incident, what, personalData, drill, vendorAwareAt: vendorAware, clientAwareAt: clientAware };
      await act(await workOf(command, { caseId }), caseId, 'ReportIncident', body);
    });
  withExamples(
    verb,
    'incident report CASE inc-1 --what unauthorised-access --personal-data --vendor-aware 2026-10-24T22:10:00Z --as vendor-contact',
    'incident report CASE drill-1 --drill --what loss --personal-data --as security',
  );
}

function addAmendVerb(group: Command): void {
  const verb = group
    .command('amend <case> <incident>')
    .description('say what was learnt later: when your side became aware, or that personal data are concerned')
    .option('--aware <instant>', 'when your side became aware')
    .option('--personal-data', 'it touches personal data')
    .action(async (caseId: string, incident: string, _: unknown, command: Command) => {
      const { aware, personalData } = optionsOf<{ aware?: string; personalData?: true }>(command);
      const body = { incident, awareAt: aware, personalData };
      await act(await workOf(command, { caseId }), caseId, 'AmendIncident', body);
    });
  withExamples(
    verb,
    'incident amend CASE inc-1 --personal-data --as privacy',
    'incident amend CASE inc-1 --aware 2026-10-24T21:00:00Z --as privacy',
  );
}

type Step = { at?: string; link?: string; hash?: string; grounds?: string; contains?: string[] };

function addStepVerb(group: Command): void {
  const verb = group
    .command('step <case> <incident> <step>')
    .description(`record a step: ${INCIDENT_STEPS.join(', ')}`)
    .option('--link <url>', 'where the evidence lies')
    .option('--hash <sha256>', 'the document that shows it, by its SHA-256')
    .option('--at <instant>', 'when it was done; left out: now')
    .option('--grounds <text>', 'why the law asks for nothing (GDPR Art. 33(1), 34(1), 34(3))')
    .option('--contains <items>', `what the notification says, of ${NOTICE_ITEMS.join(',')}`, noticeItems)
    .action(async (caseId: string, incident: string, step: string, _: unknown, command: Command) => {
      const { contains, ...rest } = optionsOf<Step>(command);
      const { at, link, hash, grounds } = rest;
      const body = { incident, step, at, link, hash, grounds, items: contains };
      await act(await workOf(command, { caseId }), caseId, 'RecordIncidentStep', body);
    });
  withExamples(
    verb,
    'incident step CASE inc-1 contain --link https://tickets.example/4711 --as vendor-contact',
    'incident step CASE inc-1 notify-authority --contains nature,contact,consequences,measures --link https://files.example/notice.pdf --as privacy',
    'incident step CASE inc-1 notify-subjects --grounds "Art. 34(3)(a): the data were encrypted and the key is safe" --as privacy',
  );
}

function noticeItems(text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  const known: readonly string[] = NOTICE_ITEMS;
  if (items.every((item) => known.includes(item))) return items;
  throw new InvalidArgumentError(`It must be a list out of ${NOTICE_ITEMS.join(',')}.`);
}
