import type { Report } from '../../contract/report.js';
import { stageName } from '../facts/names.js';
import type { Page, Tone } from '../page/page.js';
import { amount } from '../words/figures.js';
import { OUTCOME_WORDS } from '../words/names.js';
import type { Voice } from '../words/voice.js';
import { attentionOf } from './attention.js';
import { openTasks, whoHas } from './tasks.js';

/** How the ledger was verified, in one sentence. */
export function ledgerText({ rows, verification }: Report['ledger']): string {
  if (!verification.ok) return `Not verified. Entry ${verification.brokenSeq}: ${verification.message}`;
  return verification.stateMatches
    ? `Verified: ${amount(rows, 'entry', 'entries')}, an unbroken chain, and the state follows from it.`
    : `The chain of ${rows} entries is unbroken, but the state of the case does not follow from it.`;
}

/** How and why a case ended; undefined while it is open. */
export const endText = ({ closedOutcome, closedReason }: Report): string | undefined =>
  closedOutcome === undefined ? undefined : `${OUTCOME_WORDS[closedOutcome]}: ${closedReason ?? 'no reason given'}`;

function headline(report: Report, points: number, tone: Tone): { tone: Tone; headline: string } {
  const ended = endText(report) === undefined ? undefined : report.status === 'closed' ? 'Closed' : 'Closing';
  const paused = report.pauses.some(({ until }) => until === undefined) ? 'Paused' : undefined;
  const state = ended ?? paused;
  if (points > 0) {
    const attention = `eeds attention: ${amount(points, 'point')}`;
    return { tone, headline: state === undefined ? `N${attention}` : `${state}, n${attention}` };
  }
  if (state === undefined) return { tone: 'good', headline: 'On track' };
  return { tone: ended === undefined ? 'wait' : 'note', headline: state };
}

/** What the first gate that is not open waits for; one may not be decided yet though all of it is met. */
function nextGate(report: Report): string {
  const gate = report.gates.find(({ openSince }) => openSince === undefined);
  if (gate === undefined) return 'Every gate is open.';
  const { stage, openControls } = gate;
  if (openControls > 0) return `${stageName(stage)} gate: ${amount(openControls, 'control')} still open.`;
  const asked = openTasks(report).some(({ task }) => task === `decide:gate:${stage}`);
  return `${stageName(stage)} gate: every control is met${asked ? ', waiting for the decision' : ''}.`;
}

function next(report: Report, voice: Voice): string {
  if (report.closedOutcome !== undefined) return endText(report) ?? '';
  const [task] = openTasks(report).filter(({ due }) => due !== undefined);
  return [
    nextGate(report),
    ...(task?.due === undefined
      ? []
      : [`Due ${voice.end(task.due)}: ${voice.say(task.title)} (${whoHas(task, voice).join(', ')}).`]),
  ].join(' ');
}

const PENDING: Record<string, string> = {
  client: 'The client',
  vendor: 'The vendor',
  both: 'The client and the vendor',
};

function waitingFor(report: Report, voice: Voice): string {
  const { turn, since } = report.clocks.attribution;
  const party = PENDING[turn];
  if (party === undefined) return 'No open tasks';
  const counts = new Map<string, number>();
  for (const who of openTasks(report).flatMap((task) => whoHas(task, voice)))
    counts.set(who, (counts.get(who) ?? 0) + 1);
  const people = [...counts].sort(([, a], [, b]) => b - a).map(([who, n]) => `${who} (${amount(n, 'task')})`);
  return `${party}, since ${voice.full(since)}: ${people.join(', ')}`;
}

/** Is it all right, what is next, who is waited for. */
export function answerOf(report: Report, voice: Voice): Page['answer'] {
  const points = attentionOf(report, voice);
  const { met, waived, open, refused, notRaised, notApplicable } = report.sums.all;
  const done = report.gates.filter(({ openSince }) => openSince !== undefined).length;
  return {
    ...headline(report, points.length, points[0]?.tone ?? 'good'),
    points: points.map(({ text }) => text),
    facts: [
      { label: 'Next', value: next(report, voice) },
      { label: 'Waiting for', value: waitingFor(report, voice) },
      { label: 'Gates', value: `${done} of ${report.gates.length} open` },
      {
        label: 'Controls',
        value: `${met} met, ${waived} waived, ${open} open, ${refused} refused, ${amount(notRaised, 'red flag')} not raised, ${notApplicable} not applicable`,
      },
      { label: 'Ledger', value: ledgerText(report.ledger) },
    ],
  };
}
