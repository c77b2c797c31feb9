import type { CaseView } from '../../contract/caseView.js';
import { policyText } from '../../presentation/plan/policyView.js';
import { withNames } from '../../presentation/words/people.js';
import { withoutAlternatives } from './alternatives.js';
import { differenceInWords } from './difference.js';
import { leaseRows } from './leases.js';
import { inProse } from './names.js';
import { type Cell, paint, painted, pairs, table } from './print.js';
import { readable, span, stamp } from './times.js';

const GOOD = ['met', 'confirmed', 'done', 'in-force', 'approved', 'accepted', 'present', 'cleared'];
const BAD = ['late', 'refused', 'rejected', 'expired', 'revoked', 'left'];

/** A state in its colour: green is settled, red is against it, yellow waits for somebody. */
export const state = (text: string): Cell =>
  painted(GOOD.includes(text) ? paint.green(text) : BAD.includes(text) ? paint.red(text) : paint.yellow(text));

export const orNone = (head: string[], rows: Cell[][]): string | undefined =>
  rows.length === 0 ? undefined : table(head, rows);

function statusOf({ status, closedOutcome, closedReason, pause, zone }: CaseView): string {
  if (pause !== undefined) return `paused since ${stamp(pause.since, zone)}: ${pause.reason}`;
  return closedReason === undefined ? status : `${status} (${closedOutcome ?? 'completed'}): ${closedReason}`;
}

/** Whose address takes no letters; undefined while all do. */
function undelivered({ undelivered: found, names, zone }: CaseView): string | undefined {
  if (found === undefined) return undefined;
  const people = found.refusing.map(({ person, since }) => `${names[person] ?? person} (since ${stamp(since, zone)})`);
  const nobody = found.nobodyReached ? '; nobody who could correct an address gets letters' : '';
  return `refused by the address of ${people.join(', ')}${nobody}`;
}

export const summary = (view: CaseView): string =>
  pairs([
    ['Case', painted(paint.bold(view.caseId))],
    ['Title', view.title],
    ['Vendor', `${view.vendor.name} (${view.vendor.country})`],
    ['Status', statusOf(view)],
    ['Day 1', view.startDate],
    [
      'Model',
      `${view.model.chosen}${view.model.chosen === view.model.recommended ? ', as recommended' : `; recommended: ${view.model.recommended}`}`,
    ],
    ['Policy', policyText(view.policy)],
    ['Whose turn', view.attribution.turn],
    ['Letters', undelivered(view)],
    ['Opened', `${stamp(view.openedAt, view.zone)} by ${view.names[view.openedBy] ?? view.openedBy}`],
    ['As of', stamp(view.asOf, view.zone)],
    ['Ledger', `no. ${view.head.seq}, ${view.head.hash.slice(0, 16)}…`],
  ]);

export function stages(view: CaseView): string {
  const needed = new Set(withoutAlternatives(view.controls).map((control) => control.key));
  const body = view.stages.map((stage) => [
    stage.id,
    state(stage.status),
    stage.status === 'done'
      ? stamp(stage.doneAt ?? '', view.zone)
      : [...stage.waitsFor, ...stage.openControls.filter((key) => needed.has(key))].map(named(view)).join(', '),
  ]);
  return table(['STAGE', 'STATUS', 'DONE / WAITS FOR'], body);
}

/** A control key with the person's name in place of the id. */
const named =
  (view: { names: Record<string, string> }) =>
  (key: string): string => {
    const [id = key, person] = key.split(':');
    return person === undefined ? key : `${id} (${view.names[person] ?? person})`;
  };

export const approvals = (view: CaseView, now: number): string | undefined =>
  orNone(
    ['APPROVAL', 'STATUS', 'DECIDED BY', 'DUE', 'YOU'],
    view.approvals.map((approval) => [
      approval.id,
      state(approval.status),
      approval.deciders
        .map(({ role, quorum }) => (quorum === 1 ? role : `${quorum} × ${role}`))
        .join(approval.rule === 'all' ? ' and ' : ' or '),
      approval.status === 'asked' ? readable(approval.due, now, view.zone) : '-',
      approval.status !== 'asked' ? '-' : approval.youMayDecide ? 'may decide' : (approval.whyNot ?? '-'),
    ]),
  );

/** New evidence that waits for a decision beside what stands, answer by answer. */
export const newEvidence = (view: CaseView): string | undefined =>
  orNone(
    ['DECISION', 'CONTROL', 'ANSWER', 'IN FORCE', 'NEW'],
    view.approvals.flatMap(({ id, changes = [] }) =>
      changes.map(({ key, question, before = '-', after = '-' }) => [
        id,
        named(view)(key),
        question,
        withNames(before, view.names),
        withNames(after, view.names),
      ]),
    ),
  );

/** Policies that wait for a decision, each with all that it would change. */
export function proposedPolicies({ approvals: all }: CaseView): string | undefined {
  const waiting = all.flatMap(({ id, subject, contentHash, request, proposal }) =>
    proposal?.difference === undefined
      ? []
      : [
          pairs([
            [id, `${subject}: ${request?.reason ?? ''}`],
            ['Decide on', contentHash],
            ...(proposal.origin === 'foreign'
              ? [['Note', 'It is not one of this installation’s policies.'] as [string, string]]
              : []),
          ]),
          differenceInWords(proposal.difference),
        ],
  );
  return waiting.length === 0 ? undefined : waiting.join('\n');
}

export const openControls = (view: CaseView): string | undefined =>
  orNone(
    ['CONTROL', 'STATUS', 'TURN', 'WHAT IS MISSING'],
    withoutAlternatives(view.controls)
      .filter((control) => control.status === 'open' || control.status === 'refused')
      .map((control) => [
        named(view)(control.key),
        state(control.status),
        control.turn ?? control.owner,
        `${control.title}: ${inProse(control.missing.join(' '), view.names, view.zone)}`,
      ]),
  );

export const flags = (view: CaseView, now: number): string | undefined =>
  orNone(
    ['FLAG', 'STATUS', 'REASON', 'UNTIL'],
    view.flags.map((flag) => [
      named(view)(flag.key),
      painted(flag.status === 'open' ? paint.red('open') : paint.green(flag.status)),
      flag.reason,
      readable(flag.until, now, view.zone),
    ]),
  );

export const papers = (view: Pick<CaseView, 'papers' | 'names' | 'zone'>, now: number): string | undefined =>
  orNone(
    ['PAPER', 'KIND', 'ABOUT', 'STATE', 'SIGNED BY', 'UNTIL'],
    view.papers.map((paper) => [
      paper.id,
      paper.kind,
      paper.person === undefined ? '-' : (view.names[paper.person] ?? paper.person),
      state(paper.state),
      `${paper.signatures.map((s) => view.names[s.personId] ?? s.by).join(', ') || 'nobody'} (${paper.signatures.length} of ${paper.signers.length})`,
      readable(paper.until, now, view.zone),
    ]),
  );

export const people = (view: Pick<CaseView, 'people' | 'names'>): string | undefined =>
  orNone(
    ['PERSON', 'ROLE', 'EMPLOYER', 'COUNTRY', 'STATUS', 'NEEDS'],
    view.people.map((member) => [
      view.names[member.person] ?? member.person,
      member.jobRole,
      member.employer,
      member.country,
      state(member.suspended === undefined ? member.status : 'suspended'),
      member.needs.map((need) => `${need.resource} as ${need.profile}`).join(', '),
    ]),
  );

export const leases = (view: Pick<CaseView, 'leases' | 'names' | 'zone'>): string | undefined =>
  view.leases.length === 0 ? undefined : leaseRows(view.leases, view);

export const replacements = (view: CaseView, now: number): string | undefined =>
  orNone(
    ['REPLACEMENT', 'OF', 'STATUS', 'DUE', 'BY', 'CREDIT'],
    view.replacements.map((one) => [
      one.id,
      view.names[one.leaver] ?? one.leaver,
      state(one.status),
      readable(one.due, now, view.zone),
      [one.joiner ?? one.candidates]
        .flat()
        .map((id) => view.names[id] ?? id)
        .join(', ') || '-',
      one.creditPercent === 0 ? '-' : `${one.creditPercent} % of a monthly rate`,
    ]),
  );

export const recertification = ({ recertification: round, zone }: CaseView, now: number): string | undefined =>
  round === undefined
    ? undefined
    : round.unanswered.length > 0
      ? `${round.unanswered.length} to be confirmed until ${readable(round.deadline, now, zone)}; what nobody confirms is withdrawn`
      : `next round ${readable(round.nextRoundAt, now, zone)}`;

export const tasks = (view: Pick<CaseView, 'tasks' | 'names' | 'zone'>, now: number): string | undefined =>
  orNone(
    ['TASK', 'WHO', 'WHAT', 'DUE'],
    view.tasks.map((task) => [
      withNames(task.id, view.names),
      `${task.assignees.map((id) => view.names[id] ?? id).join(', ')} (${task.role})`,
      withNames(task.title, view.names),
      task.lateSince === undefined
        ? readable(task.due, now, view.zone)
        : painted(paint.red(`late: ${readable(task.due, now, view.zone)}`)),
    ]),
  );

export const missedMeetings = (view: CaseView): string | undefined =>
  orNone(
    ['MEETING', 'DAY', 'WHOSE MISS'],
    view.meetings
      .filter((meeting) => meeting.status === 'missed')
      .map((meeting) => [meeting.id, meeting.day, `the ${meeting.side}'s (${meeting.owner})`]),
  );

export const time = ({ attribution: { totalsMs, elapsedMs } }: CaseView): string =>
  `client ${span(totalsMs.client)}, vendor ${span(totalsMs.vendor)}, both ${span(totalsMs.both)}, nobody ${span(totalsMs.nobody)}; in all ${span(elapsedMs)}`;
