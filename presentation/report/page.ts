import type { Counts, Report } from '../../contract/report.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { OUTCOME_WORDS } from '../words/names.js';
import type { AccessWindow } from './access.js';
import { attention } from './attention.js';
import { controlLine, GROUPS } from './controlLines.js';
import { incidentLine } from './incidents.js';
import { plotOf } from './plot.js';
import { amount, duration, grouped, percent, shortHash, time, type Voice, voiceOf, whoseMiss } from './words.js';

const sumLine = (label: string, { met, waived, open, refused, notApplicable }: Counts) => ({
  label: label.replace('-', ' '),
  met,
  waived,
  open,
  refused,
  notApplicable,
});

/** One window of access in words. */
export function windowLine(window: AccessWindow, { name, say }: Voice) {
  const proven = window.proofs.map(({ hours }) => (hours === 168 ? '7 d' : `${hours} h`)).join(', ');
  return {
    person: name(window.person),
    resource: window.resource,
    permission: window.permission,
    granted: time(window.grantedAt),
    opened: time(window.openedAt) || 'not seen open',
    ended: window.endedAt === undefined ? 'still granted' : time(window.endedAt),
    cause: window.cause?.replaceAll('-', ' ') ?? '',
    detail: say(window.detail ?? ''),
    absent: window.endedAt === undefined ? '' : time(window.withdrawnAt) || 'not proven yet',
    proven,
    restsOn: window.restsOn.map(say),
    trouble: [
      ...(window.failures > 0 ? [`${amount(window.failures, 'failed attempt')}`] : []),
      ...(window.foundAfterEnd > 0 ? [`found again ${amount(window.foundAfterEnd, 'time')} after its end`] : []),
    ].join('; '),
  };
}

function papers(report: Report, { name }: Voice) {
  return report.papers.map((paper) => ({
    id: paper.id,
    title: paper.title,
    kind: paper.kind.replaceAll('-', ' '),
    about: paper.person === undefined ? '' : name(paper.person),
    state: paper.state.replace('-', ' '),
    hash: paper.textHash,
    from: time(paper.inForceSince) || `not before ${time(paper.from)}`,
    until: time(paper.endedAt) || time(paper.until) || 'without end',
    signatures: paper.signatures.map(
      ({ by, personId, at }) => `${name(personId)}${by === personId ? '' : ` for the ${by}`}, ${time(at)}`,
    ),
  }));
}

/** Whose turn it was, in words: the parts and the whole. */
export function clocksOf(attribution: Report['clocks']['attribution']) {
  const parties = (['client', 'vendor', 'both', 'nobody'] as const).map((party) => ({
    party: { client: 'The client', vendor: 'The vendor', both: 'Both at once', nobody: 'Nobody' }[party],
    spent: duration(attribution.totalsMs[party]),
    ms: grouped(attribution.totalsMs[party]),
    share: percent(attribution.totalsMs[party], attribution.elapsedMs),
  }));
  return {
    parties,
    elapsed: duration(attribution.elapsedMs),
    elapsedMs: grouped(attribution.elapsedMs),
  };
}

function clocks({ clocks: { attribution, tasks, cadence } }: Report, { name, say }: Voice) {
  return {
    ...clocksOf(attribution),
    tasks: tasks.map((task) => ({
      title: say(task.title),
      who: task.assignees.map(name).join(', '),
      role: task.role,
      opened: time(task.openedAt),
      due: time(task.due),
      closed: time(task.closedAt) || 'open',
      late: task.lateByMs > 0 ? duration(task.lateByMs) : '',
      reminders: task.reminders,
    })),
    cadence: cadence.map((meeting) => ({
      ...meeting,
      whose: whoseMiss(meeting),
      missedDays: meeting.missedDays.join(', '),
    })),
  };
}

const kpis = (report: Report, { name }: Voice) =>
  report.kpis.map((kpi) => ({
    ...kpi,
    formula: /[.!?]$/.test(kpi.formula) ? kpi.formula : `${kpi.formula}.`,
    reviewer: name(kpi.reviewer),
    goal: `${kpi.direction.replace('-', ' ')} ${kpi.target} ${kpi.unit}`,
    evalSet: kpi.evalSetHash === undefined ? '' : shortHash(kpi.evalSetHash),
    plot: plotOf(kpi),
    readings: kpi.readings.map((reading) => ({ ...reading, at: time(reading.at), by: name(reading.by) })),
  }));

/** How a case ended and why, in one sentence; nothing while it has not. */
const endOf = ({ closedOutcome, closedReason }: Report): string[] =>
  closedOutcome === undefined ? [] : [`${OUTCOME_WORDS[closedOutcome]}: ${closedReason ?? ''}`];

function facts(report: Report, { name }: Voice) {
  const { client, vendor, model, policy } = report;
  return [
    { label: 'Vendor', value: `${vendor.name} (${vendor.country}), contact ${name(vendor.contact)}` },
    { label: 'Client', value: client.name },
    { label: 'Outcome wanted', value: report.outcome },
    { label: 'Engagement model', value: `${model.chosen} (wanted ${model.wanted}, recommended ${model.recommended})` },
    { label: 'Start date', value: `${report.startDate}, day ${report.dayOfPlan} of the plan at this writing` },
    { label: 'Opened', value: `${time(report.openedAt)} by ${name(report.openedBy)}` },
    { label: 'State', value: [report.status, ...endOf(report)].join(': ') },
    ...report.pauses.map(({ from, until, reason }) => ({
      label: 'Paused',
      value: `${time(from)} to ${time(until) || `now: ${reason ?? ''}`}`,
    })),
    {
      label: 'Policy',
      value: `${policy.name} ${policy.version}, text ${shortHash(policy.hash)}, plan ${shortHash(report.planHash)}`,
    },
    ...CLIENT_ROLES.flatMap((role) => {
      const people = client.people[role] ?? [];
      return people.length === 0 ? [] : [{ label: role.replace('-', ' '), value: people.map(name).join(', ') }];
    }),
  ];
}

/** Everything that the page shows, in words; the template adds none. */
export function pageOf(report: Report) {
  const voice = voiceOf(report);
  const { verification, head, rows } = report.ledger;
  const { all, byRisk, byNist } = report.sums;
  return {
    title: report.title,
    vendor: report.vendor.name,
    caseId: report.caseId,
    asOf: time(report.asOf),
    clientZone: report.client.timeZone,
    end: endOf(report).map(voice.say).join(''),
    facts: facts(report, voice),
    all,
    attention: attention(report, voice),
    stages: report.stages.map(({ id, doneAt }) => ({
      id: id.replaceAll('-', ' '),
      done: time(doneAt) || 'not yet',
      isDone: doneAt !== undefined,
    })),
    reasons: report.model.reasons,
    groups: GROUPS.map(({ status, heading, note }) => {
      const lines = report.controls.filter((c) => c.status === status).map((c) => controlLine(c, voice));
      return { status, heading, note, lines, count: lines.length };
    }).filter(({ count }) => count > 0),
    byRisk: Object.entries(byRisk).map(([label, counts]) => sumLine(label, counts)),
    byNist: Object.entries(byNist).map(([label, counts]) => sumLine(label, counts)),
    decisions: report.decisions.map((line) => ({
      seq: line.seq,
      at: time(line.at),
      who: `${voice.name(line.by)}${line.onBehalfOf === undefined ? '' : ` for ${voice.name(line.onBehalfOf)}`}`,
      role: line.role === 'system' ? 'engine' : line.role,
      what: voice.say(line.what),
      on: voice.say(line.on ?? ''),
      why: voice.say(line.why),
      hash: line.contentHash === undefined ? '' : shortHash(line.contentHash),
      code: line.refusedCode ?? '',
      difference: (line.difference ?? []).map(({ where, before = '–', after = '–' }) => ({ where, before, after })),
    })),
    access: report.access.map((window) => windowLine(window, voice)),
    team: report.team.map((member) => ({ ...member, name: voice.name(member.person) })),
    papers: papers(report, voice),
    clocks: clocks(report, voice),
    incidents: report.incidents.map((incident) => incidentLine(incident, voice)),
    kpis: kpis(report, voice),
    ledger: {
      rows,
      seq: head.seq,
      hash: head.hash,
      ok: verification.ok && verification.stateMatches,
      said: verification.ok
        ? `All ${verification.rows} entries verified: each hash matches its content and its predecessor, and the state of the case ${verification.stateMatches ? 'is' : 'is NOT'} the fold of them.`
        : `Broken at entry ${verification.brokenSeq}: ${verification.message}`,
    },
  };
}
