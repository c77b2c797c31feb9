import { z } from 'zod';
import { type Certificate, certificate } from '../../contract/certificate.js';
import { whoseMiss } from '../../presentation/report/words.js';
import { CliError, EXIT } from '../exit.js';
import { inProse } from './names.js';
import { heading, paint, painted, pairs, safe, table } from './print.js';
import { turnsInWords } from './reportWords.js';
import { stamp } from './times.js';

/** Reads the certificate as the API sends it. */
export function readCertificate(text: string): Certificate {
  try {
    return certificate.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new CliError(EXIT.other, 'The certificate is not understood: the API may be of another version.');
  }
}

/** The certificate, or the statement in its place, for a terminal. */
export function certificateInWords(made: Certificate): string {
  const parts: [string, string][] = [
    ['Gates', gates(made)],
    ['Still owed', debts(made)],
    ['KPIs', kpis(made)],
    ['Attendance', attendance(made)],
    ['Access', access(made)],
    ['Whose turn it was', turnsInWords(made.attribution)],
    ['Ledger', `entry ${made.ledger.head.seq}, ${made.ledger.head.hash}`],
  ];
  return [summary(made), ...parts.flatMap(([title, text]) => (text === '' ? [] : [heading(title), text]))].join('\n');
}

function summary({ kind, whyNot, caseId, title, vendor, dayOfPlan, asOf, names }: Certificate): string {
  const head =
    kind === 'certificate'
      ? paint.green('Day-30 certificate: every gate is open.')
      : paint.yellow('This is no certificate, but a statement of where the case stands.');
  return [
    head,
    ...whyNot.map((why) => `  ${safe(inProse(why, names))}`),
    pairs([
      ['Case', painted(paint.bold(caseId))],
      ['Title', title],
      ['Vendor', vendor.name],
      ['Day', dayOfPlan],
      ['As of', stamp(asOf)],
    ]),
  ].join('\n');
}

const gates = ({ gates: all, names }: Certificate): string =>
  table(
    ['GATE', 'OPEN SINCE', 'DECIDED BY'],
    all.map(({ stage, openSince, decidedBy, byItself }) => [
      stage,
      openSince === undefined ? 'not open yet' : stamp(openSince),
      decidedBy.map(({ by, role, at }) => `${names[by] ?? by} (${role}) on ${stamp(at)}`).join(', ') ||
        (byItself ? 'opens by itself' : '-'),
    ]),
  );

function debts({ debts: { tracked, waivers, remedies, openFlags, running }, names }: Certificate): string {
  const key = (text: string): string => inProse(text, names);
  const rows = [
    ...openFlags.map((f) => ['red flag', key(f.key), key(f.reason), '-']),
    ...running.map((r) => [r.kind, r.id, key(r.about), r.due && stamp(r.due)]),
    ...tracked.map((t) => [
      t.late ? 'late' : t.status,
      key(t.key),
      `${t.title}: ${key(t.missing.join(' '))}`,
      t.due && stamp(t.due),
    ]),
    ...waivers.map((w) => ['waiver', key(w.key), `${w.reason} (${names[w.by] ?? w.by})`, stamp(w.until)]),
    ...remedies.map((r) => [
      'remedy',
      key(r.key),
      `${r.term} (${names[r.owner] ?? r.owner})`,
      r.until && stamp(r.until),
    ]),
  ];
  return rows.length === 0 ? 'Nothing.' : table(['KIND', 'CONTROL', 'WHAT', 'UNTIL'], rows);
}

const kpis = ({ kpis: all }: Certificate): string =>
  all.length === 0
    ? ''
    : table(
        ['KPI', 'TARGET', 'LAST READING', 'ON', 'READINGS', 'MISSED'],
        all.map(({ kpi, direction, target, unit, last, readings, misses }) => [
          kpi,
          `${direction} ${target} ${unit}`,
          last && `${last.value}${last.missed ? ' (missed)' : ''}`,
          last && stamp(last.at),
          readings,
          misses,
        ]),
      );

const attendance = ({ attendance: all }: Certificate): string =>
  all.length === 0
    ? ''
    : table(
        ['MEETING', 'DUE', 'HELD', 'MISSED', 'WHOSE MISS'],
        all.map((meeting) => [
          `${meeting.meeting} ${meeting.title}`,
          meeting.due,
          meeting.held,
          meeting.missed,
          whoseMiss(meeting),
        ]),
      );

const access = ({ leases, names }: Certificate): string =>
  leases.length === 0
    ? ''
    : table(
        ['PERSON', 'RESOURCE', 'SEEN OPEN', 'ENDED', 'SEEN ABSENT'],
        leases.map(({ person, resource, permission, openedAt, endedAt, cause, withdrawnAt }) => [
          names[person] ?? person,
          `${resource} (${permission})`,
          openedAt && stamp(openedAt),
          endedAt && `${stamp(endedAt)}: ${cause}`,
          withdrawnAt && stamp(withdrawnAt),
        ]),
      );
