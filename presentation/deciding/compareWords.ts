import type { Candidate, Comparison } from '../../contract/comparison.js';
import { dayText, instantText } from '../words/dates.js';
import { amount, shortHash } from '../words/figures.js';
import { usd, usdRange } from '../words/money.js';
import { voiceOf } from '../words/voice.js';
import { controlText, flagsText, flagText, scoreText } from './standing.js';

/** What a saving rests on where no figure was entered. */
const DEFAULTS = {
  'in-house': 'In-house cost by default: the range of the policy.',
  management: 'Your own management is not entered and not included.',
} as const;

type Cell = { text: string; lines: string[] };
const cell = (text: string, lines: string[] = []): Cell => ({ text, lines });

const CLAIMED = {
  'soc-2-type-2': 'SOC 2 Type II',
  'iso-27001-2022': 'ISO/IEC 27001:2022',
  'in-progress': 'in progress',
  none: 'none',
} as const;

function pointCell({ points }: Candidate, id: string): Cell {
  const found = points.find((p) => p.id === id);
  if (found === undefined) return cell('does not apply');
  if (found.score === undefined) return cell('not scored');
  const { link, documentHash, scoredOn } = found.evidence;
  const counts = found.status === 'met';
  const rests = [
    link,
    documentHash && `document ${shortHash(documentHash)}`,
    scoredOn && `scored ${dayText(scoredOn)}`,
  ];
  return cell(`${found.score} of 4${counts ? '' : `, ${found.status}: not counted`}`, [
    ...(found.anchor === undefined ? [] : [found.anchor]),
    rests.filter(Boolean).join(', ') || 'No evidence.',
  ]);
}

function attestationCell({ attestation: { claimed, expectedOn, path } }: Candidate): Cell {
  const expected = claimed === 'in-progress' && expectedOn !== undefined ? `, expected on ${dayText(expectedOn)}` : '';
  const known = path.filter(({ status }) => status === 'met' || status === 'waived' || status === 'refused');
  return cell(claimed === undefined ? 'not entered (PE-3)' : `${CLAIMED[claimed]}${expected}`, [
    ...(path.some(({ status }) => status === 'met' || status === 'waived') ? [] : ['None of SA-1 to SA-3 is met.']),
    ...(known.length === 0 ? [] : [`${known.map(({ id, status }) => `${id} ${status}`).join(', ')}.`]),
  ]);
}

function replacementCell({ replacement: r }: Candidate): Cell {
  if (r === undefined) return cell('not entered (PE-5)');
  if (!r.promised) return cell('none promised');
  return cell(r.businessDays === undefined ? 'no number of days' : amount(r.businessDays, 'business day'), [
    `Counted from the ${r.clockFrom}, ${r.extraCost ? 'at extra cost' : 'at no extra cost'}.`,
  ]);
}

function recordCell({ record: r }: Candidate): Cell {
  if (r === undefined) return cell('not known');
  return cell(`${amount(r.cases, 'case')}, this one included`, [
    `${amount(r.redFlags, 'red flag')}, ${amount(r.refusals, 'refusal')}, ${amount(r.lateTasks, 'late task')}, ${amount(r.lateMilestones, 'late milestone')}, replacement late ${amount(r.slaBreaches, 'time')}.`,
    `${amount(r.waivers, 'waiver')}, ${amount(r.escalations, 'escalation')}, ${amount(r.missedMeetings, 'missed meeting')}, ${amount(r.lateIncidentDuties, 'late incident duty', 'late incident duties')}.`,
  ]);
}

/** One row: its key in `best`, its label, and what it says of a candidate. */
type Row = { id: string; label: string; of(candidate: Candidate): Cell };

function rowsOf({ candidates, names }: Comparison): Row[] {
  const { say } = voiceOf({ names, zone: 'UTC' });
  const points = new Map(candidates.flatMap((c) => c.points.map((p) => [p.id, p.title] as const)));
  return [
    {
      id: 'weighted',
      label: 'Weighted score',
      of: (c) => {
        const [score = '', ...lines] = scoreText(c);
        return cell(score, lines);
      },
    },
    ...[...points].map(([id, title]) => ({ id, label: `${id} ${title}`, of: (c: Candidate) => pointCell(c, id) })),
    {
      id: 'controls',
      label: 'Not met in the evaluation',
      of: (c) =>
        cell(
          c.controls.length === 0 ? 'none' : String(c.controls.length),
          c.controls.map((control) => say(controlText(control))),
        ),
    },
    {
      id: 'flags',
      label: 'Red flags',
      of: (c) =>
        cell(flagsText(c), [
          ...c.flags.map((flag) => say(flagText(flag))),
          ...(c.controls.every(({ answered }) => answered)
            ? []
            : ['The evaluation is not answered in full, so more may come.']),
        ]),
    },
    {
      id: 'rate',
      label: 'Rate, one engineer and month',
      of: (c) =>
        cell(c.rateMonthlyUsd === undefined ? 'not entered' : usd(c.rateMonthlyUsd), [
          ...(c.rateFrom === undefined ? [] : [`From ${c.rateFrom === 'intake' ? 'the case file' : c.rateFrom}.`]),
          ...(c.vendorMonthlyUsd === undefined || c.vendorMonthlyUsd === c.rateMonthlyUsd
            ? []
            : [`${usd(c.vendorMonthlyUsd)} with your own management.`]),
        ]),
    },
    {
      id: 'saving',
      label: 'Saving against in-house, one engineer and year',
      of: ({ savingYearly: saving }) =>
        cell(
          saving === undefined ? 'not known' : usdRange(saving),
          (saving?.defaults ?? []).map((what) => DEFAULTS[what]),
        ),
    },
    { id: 'attestation', label: 'Attestation', of: attestationCell },
    { id: 'replacement', label: 'Replacement offered', of: replacementCell },
    { id: 'countries', label: 'Countries of work', of: (c) => cell(c.countries.join(', ')) },
    {
      id: 'subcontractors',
      label: 'Subcontractors',
      of: ({ subcontractors: s }) =>
        cell(
          s === undefined ? 'not declared (IP-6)' : s.length === 0 ? 'none' : String(s.length),
          (s ?? []).map(({ company, country }) => `${company} (${country})`),
        ),
    },
    { id: 'record', label: "Vendor's record", of: recordCell },
  ];
}

/** The status of a case, with its pause and its end. */
const statusText = ({ status, paused, closedOutcome }: Candidate): string =>
  [status, ...(paused ? ['paused'] : []), ...(closedOutcome === undefined ? [] : [closedOutcome])].join(', ');

/** Everything that the comparison shows, in words. */
export function compareWords(made: Comparison) {
  const titles = [...new Set(made.candidates.map((c) => c.title))];
  return {
    title: titles.join(' / '),
    subtitle: `${amount(made.candidates.length, 'candidate')}, as of ${instantText(made.asOf)}.`,
    footer: `Drawbridge, cases ${made.candidates.map((c) => c.caseId).join(', ')}, ${instantText(made.asOf)}. From the records of the cases.`,
    sameNeed: made.sameNeed,
    notes: made.notes,
    candidates: made.candidates.map((c) => ({ vendor: c.vendor, caseId: c.caseId, status: statusText(c) })),
    rows: rowsOf(made).map(({ id, label, of }) => ({
      label,
      cells: made.candidates.map((c) => ({ ...of(c), best: (made.best[id] ?? []).includes(c.caseId) })),
    })),
  };
}
