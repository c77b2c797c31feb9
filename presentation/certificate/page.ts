import type { Certificate } from '../../contract/certificate.js';
import { clocksOf, windowLine } from '../report/page.js';
import { shortHash, time, type Voice, voiceOf, whoseMiss } from '../report/words.js';

const gates = ({ gates }: Certificate, { name, say }: Voice) =>
  gates.map(({ stage, openSince, decidedBy, contentHash, byItself }) => ({
    stage: stage.replaceAll('-', ' '),
    open: time(openSince) || 'not open yet',
    isOpen: openSince !== undefined,
    deciders: decidedBy.map(({ by, role, onBehalfOf, at, reason }) => ({
      who: `${name(by)}, ${role}${onBehalfOf === undefined ? '' : `, for ${name(onBehalfOf)}`}`,
      at: time(at),
      reason: say(reason),
    })),
    nobody:
      decidedBy.length > 0
        ? ''
        : byItself
          ? 'Opens by itself once its controls are met.'
          : openSince === undefined
            ? 'Not decided yet.'
            : 'Nobody had anything to decide.',
    hash: contentHash === undefined ? '' : shortHash(contentHash),
  }));

function debts({ debts: { tracked, waivers, remedies, openFlags, running } }: Certificate, { name, say }: Voice) {
  const about = (key: string, title: string) => `${say(key)} ${title}`;
  return [
    ...openFlags.map((f) => ({
      kind: 'Open red flag',
      what: about(f.key, f.title),
      why: say(f.reason),
      who: '',
      until: '',
    })),
    ...running.map((r) => ({
      kind: { incident: 'Open incident', drill: 'Open drill', replacement: 'Replacement' }[r.kind],
      what: r.id,
      why: `${r.kind === 'replacement' ? `In place of ${say(r.about)}` : r.about.replaceAll('-', ' ')}, since ${time(r.since)}.`,
      who: '',
      until: time(r.due),
    })),
    ...tracked.map((t) => ({
      kind: t.status === 'refused' ? 'Refused' : t.late ? 'Late' : 'Not met yet',
      what: about(t.key, t.title),
      why: t.missing.map(say).join(' '),
      who: t.owner,
      until: time(t.due),
    })),
    ...waivers.map((w) => ({
      kind: 'Waiver',
      what: about(w.key, w.title),
      why: say(w.reason),
      who: `granted by ${name(w.by)}, asked for by ${name(w.requestedBy)}`,
      until: time(w.until),
    })),
    ...remedies.map((r) => ({
      kind: 'Remedy',
      what: about(r.key, r.title),
      why: say(r.term),
      who: name(r.owner),
      until: time(r.until),
    })),
  ];
}

const kpis = ({ kpis }: Certificate) =>
  kpis.map(({ kpi, control, direction, target, unit, readings, misses, last }) => ({
    kpi,
    control,
    goal: `${direction.replace('-', ' ')} ${target} ${unit}`,
    value: last === undefined ? '–' : String(last.value),
    reached: last === undefined ? 'no reading' : last.missed ? 'missed' : 'reached',
    at: time(last?.at),
    source: last?.source ?? '',
    readings,
    misses,
  }));

/** Everything that the certificate's page shows, in words. */
export function certificatePageOf(made: Certificate) {
  const voice = voiceOf(made);
  const {
    ledger: { head, rows, verification },
  } = made;
  const is = made.kind === 'certificate';
  return {
    is,
    heading: is ? 'Day-30 certificate' : 'Statement of where the case stands',
    title: made.title,
    caseId: made.caseId,
    asOf: time(made.asOf),
    day: made.dayOfPlan,
    whyNot: made.whyNot.map(voice.say),
    said: is
      ? `${made.vendor.name} has come through the first 30 days of this engagement for ${made.client.name}: every gate is open, and what is still owed is listed below.`
      : 'This is no certificate.',
    facts: [
      {
        label: 'Vendor',
        value: `${made.vendor.name} (${made.vendor.country}), contact ${voice.name(made.vendor.contact)}`,
      },
      { label: 'Client', value: made.client.name },
      { label: 'Outcome wanted', value: made.outcome },
      { label: 'Engagement model', value: made.model.replace('-', ' ') },
      { label: 'Day 1', value: `${made.startDate}; this is day ${made.dayOfPlan} in ${made.client.timeZone}` },
      {
        label: 'Policy',
        value: `${made.policy.name} ${made.policy.version}, text ${shortHash(made.policy.hash)}, plan ${shortHash(made.planHash)}`,
      },
    ],
    gates: gates(made, voice),
    access: made.leases.map((window) => windowLine(window, voice)),
    kpis: kpis(made),
    attendance: made.attendance.map((meeting) => ({
      ...meeting,
      whose: whoseMiss(meeting),
      missedDays: meeting.missedDays.join(', '),
    })),
    debts: debts(made, voice),
    clocks: clocksOf(made.attribution),
    ledger: {
      seq: head.seq,
      hash: head.hash,
      said:
        verification.ok && verification.stateMatches ? `All ${rows} entries verified.` : 'The ledger does NOT verify.',
      ok: verification.ok && verification.stateMatches,
    },
  };
}
