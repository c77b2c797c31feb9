import type { Report } from '../../contract/report.js';
import { spaced, stageName } from '../facts/names.js';
import type { Block } from '../page/page.js';
import type { Voice } from '../words/voice.js';

type Gate = Report['gates'][number];

const votesText = (votes: Gate['decidedBy'], voice: Voice): string =>
  votes
    .map(
      ({ by, role, onBehalfOf, at, reason }) =>
        `${voice.name(by)} (${spaced(role)}${onBehalfOf === undefined ? '' : `, for ${voice.name(onBehalfOf)}`}), ${voice.at(at)}: ${voice.say(reason)}`,
    )
    .join(' · ');

const WHAT: Record<Gate['history'][number]['what'], string> = {
  opened: 'Opened',
  closed: 'Closed again',
  decided: 'Decided again',
};

/** How a gate came to where it is, where that is more than one opening. */
const pastText = ({ history }: Gate, voice: Voice): string[] =>
  history.length < 2
    ? []
    : history.map(({ what, at, decidedBy, reason }) => {
        const by = decidedBy.length === 0 ? reason : votesText(decidedBy, voice);
        return `${WHAT[what]} ${voice.at(at)}${by === undefined ? '' : `: ${by}`}`;
      });

function decided({ decidedBy, byItself, openSince }: Gate, voice: Voice): string {
  if (decidedBy.length > 0) return votesText(decidedBy, voice);
  if (byItself)
    return openSince === undefined ? 'opens once its controls are met' : 'no decision needed: its controls are met';
  return openSince === undefined ? 'not decided yet' : 'nothing to decide';
}

/** Every gate: whether it is open, what still holds it, who decided it and why, and each opening and closing before. */
export const gatesTable = (gates: Gate[], voice: Voice): Block => ({
  kind: 'table',
  columns: [
    { title: 'Stage' },
    { title: 'Gate', kind: 'when' },
    { title: 'Open controls', kind: 'num' },
    { title: 'Decided by' },
  ],
  rows: gates.map((gate) => [
    stageName(gate.stage),
    gate.openSince === undefined
      ? { text: 'closed', tone: 'note' as const }
      : { text: 'open', tone: 'good' as const, more: [voice.at(gate.openSince)] },
    gate.openSince === undefined ? String(gate.openControls) : '',
    { text: decided(gate, voice), more: pastText(gate, voice) },
  ]),
});
