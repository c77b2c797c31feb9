import type { Command } from 'commander';
import { type VendorRecord, vendorPage, vendorRecord } from '../../contract/vendors.js';
import type { Names } from '../../presentation/words/people.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { inProse } from '../lib/names.js';
import { heading, paint, painted, show, table } from '../lib/print.js';

/** `drawbridge vendor`: what stands above the cases of one vendor. */
export function addVendor(program: Command): void {
  const group = program.command('vendor').description("a vendor's record above its cases");
  const list = addPaging(group.command('list').description('vendors by name')).action(
    async (_: unknown, command: Command) => {
      const { limit, cursor } = optionsOf<ListOptions>(command);
      const { globals, session } = await workOf(command, { reads: true });
      const page = await askJson(session, '/api/vendors', vendorPage, { query: { limit, cursor } });
      show(globals.json, page, () => {
        if (page.rows.length === 0) return 'There are no vendors yet. Open a case with: drawbridge case open FILE';
        const body = page.rows.map((row) => [row.vendor, row.cases, row.open, row.late]);
        return [table(['VENDOR', 'CASES', 'OPEN', 'LATE'], body), ...moreLine(page.nextCursor)].join('\n');
      });
    },
  );
  withExamples(list, 'vendor list');
  const one = group
    .command('show <name>')
    .description('its cases with outcome, red flags, refusals, late tasks, breaches, and papers still in force')
    .action(async (name: string, _: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { reads: true });
      const shown = await askJson(session, `/api/vendors/${encodeURIComponent(name)}`, vendorRecord);
      show(globals.json, shown, () => inWords(shown));
    });
  withExamples(one, 'vendor show "Northwind Models"', 'vendor show "Northwind Models" --json');
}

function inWords({ vendor, cases, papersInForce, names }: VendorRecord): string {
  const rows = cases.map((one) => {
    const { caseId, title, openedAt, closedAt, counts } = one;
    const { refusals, lateTasks, missedMeetings, lateMilestones, returnedMilestones, slaBreaches, lateIncidentDuties } =
      counts;
    const dates = [openedAt.slice(0, 10), closedAt?.slice(0, 10)];
    return [
      caseId,
      title,
      ending(one, names),
      ...dates,
      refusals,
      lateTasks,
      missedMeetings,
      lateMilestones,
      returnedMilestones,
      slaBreaches,
      lateIncidentDuties,
    ];
  });
  const flags = cases.flatMap(({ caseId, redFlags }) =>
    redFlags.map((one) => [caseId, one.flag, one.status, one.raisedAt.slice(0, 10), inProse(one.reason, names)]),
  );
  const papers = papersInForce.map(({ caseId, paper, kind, person, until, textHash }) => [
    caseId,
    paper,
    kind,
    person === undefined ? undefined : (names[person] ?? person),
    until?.slice(0, 10) ?? 'no end',
    painted(paint.dim(textHash.slice(0, 12))),
  ]);
  const columns = [
    'CASE',
    'TITLE',
    'IS',
    'OPENED',
    'CLOSED',
    'REFUSALS',
    'LATE',
    'MISSED',
    'LATE MILESTONES',
    'RETURNED',
    'SLA BREACHES',
    'LATE NOTICES',
  ];
  return [
    paint.bold(vendor),
    heading('Cases'),
    table(columns, rows),
    ...(flags.length > 0 ? [heading('Red flags'), table(['CASE', 'FLAG', 'IS', 'RAISED', 'WHY'], flags)] : []),
    ...(papers.length > 0
      ? [
          heading('Papers still in force'),
          table(['CASE', 'PAPER', 'KIND', 'PERSON', 'UNTIL', 'TEXT'], papers),
          'Take one over: drawbridge papers reuse NEW-CASE PAPER --from CASE',
        ]
      : []),
  ].join('\n');
}

/** Where a case stands, or how it ended and why. */
function ending(one: VendorRecord['cases'][number], names: Names): string {
  if (one.closedReason === undefined) return one.paused ? 'paused' : one.status;
  return `${one.status}, ${one.outcome ?? 'ended'}: ${inProse(one.closedReason, names)}`;
}
