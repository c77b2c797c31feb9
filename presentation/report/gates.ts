import type { Report } from '../../contract/report.js';
import { spaced, stageName } from '../facts/names.js';
import type { Block } from '../page/page.js';
import type { Voice } from '../words/voice.js';

type Gate = Report['gates'][number];

function decided({ decidedBy, byItself, openSince }: Gate, voice: Voice): string {
  if (decidedBy.length > 0)
    return decidedBy
      .map(
        ({ by, role, onBehalfOf, at, reason }) =>
          `${voice.name(by)} (${spaced(role)}${onBehalfOf === undefined ? '' : `, for ${voice.name(onBehalfOf)}`}), ${voice.at(at)}: ${voice.say(reason)}`,
      )
      .join(' · ');
  if (byItself)
    return openSince === undefined ? 'opens once its controls are met' : 'no decision needed: its controls are met';
  return openSince === undefined ? 'not decided yet' : 'nothing to decide';
}

/** Every gate: whether it is open, what still holds it, who decided it and why. */
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
    decided(gate, voice),
  ]),
});
