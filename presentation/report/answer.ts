import type { Report } from '../../contract/report.js';

import { stageName } from '../facts/names.js';
import type { Page, Tone } from '../page/page.js';
import { amount } from '../words/figures.js';
import { OUTCOME_WORDS } from '../words/names.js';
import type { Voice } from '../words/voice.js';
import { attentionOf } from './attention.js';

type Task = Report['clocks']['tasks'][number];

/** Tasks that are open, what is due first before the others. */
export const openTasks = ({ clocks }: Report): Task[] =>
  clocks.tasks
    .filter(({ closedAt }) => closedAt === undefined)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));

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
  const end = endText(report);
  if (points > 0) return { tone, headline: `Needs attention: ${amount(points, 'point')}` };
  if (end !== undefined) return { tone: 'note', headline: report.status === 'closed' ? 'Closed' : 'Closing' };
  return report.pauses.some(({ until }) => until === undefined)
    ? { tone: 'wait', headline: 'Paused' }
    : { tone: 'good', headline: 'On track' };
}

function next(report: Report, voice: Voice): string {
  if (report.closedOutcome !== undefined) return endText(report) ?? '';
  const gate = report.gates.find(({ openSince }) => openSince === undefined);
  const [task] = openTasks(report).filter(({ due }) => due !== undefined);
  return [
    ...(gate === undefined
      ? ['Every gate is open.']
      : [
          `${stageName(gate.stage)} gate: ${gate.openControls === 0 ? 'every control is met, waiting for the decision' : `${amount(gate.openControls, 'control')} still open`}.`,
        ]),
    ...(task?.due === undefined
      ? []
      : [`Due ${voice.end(task.due)}: ${voice.say(task.title)} (${voice.names(task.assignees)}).`]),
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
  for (const { assignees } of openTasks(report)) for (const id of assignees) counts.set(id, (counts.get(id) ?? 0) + 1);
  const people = [...counts].sort(([, a], [, b]) => b - a).map(([id, n]) => `${voice.name(id)} (${amount(n, 'task')})`);
  return `${party}, since ${voice.full(since)}: ${people.join(', ')}`;
}

/** Is it all right, what is next, who is waited for. */
export function answerOf(report: Report, voice: Voice): Page['answer'] {
  const points = attentionOf(report, voice);
  const { met, waived, open, refused, notApplicable } = report.sums.all;
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
        value: `${met} met, ${waived} waived, ${open} open, ${refused} refused, ${notApplicable} not applicable`,
      },
      { label: 'Ledger', value: ledgerText(report.ledger) },
    ],
  };
}
