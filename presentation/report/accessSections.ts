import type { Report } from '../../contract/report.js';
import { spaced } from '../facts/names.js';
import { type Block, type Cell, tableOr } from '../page/page.js';
import { amount } from '../words/figures.js';
import { causeText } from '../words/headings.js';
import { placeText } from '../words/places.js';
import type { Voice } from '../words/voice.js';

type Window = Report['access'][number];

/** By when a grant ends by itself; that it does at some day is the policy's, that none is known is told. */
const until = ({ notAfter }: Window, voice: Voice): string =>
  notAfter === undefined ? 'no end date' : `until ${voice.due(notAfter)}`;

function ended({ endedAt, cause, detail }: Window, voice: Voice): Cell {
  if (endedAt === undefined) return 'still granted';
  return {
    text: voice.at(endedAt),
    more: [...(cause === undefined ? [] : [causeText(cause)]), ...(detail === undefined ? [] : [voice.say(detail)])],
  };
}

/** That an account holds more than this case grants, or still something, because another case grants it. */
const besides = ({ others }: Window): string[] =>
  others === undefined ? [] : [`${amount(others.cases.length, 'other case')}: ${others.permission} granted there`];

function seenOpen(window: Window, voice: Voice): Cell {
  const { openedAt, endedAt, seenAt } = window;
  if (openedAt === undefined) return 'not seen open';
  const last = endedAt === undefined && seenAt !== undefined && seenAt !== openedAt;
  return {
    text: voice.at(openedAt),
    more: [...(last ? [`last seen ${voice.at(seenAt)}`] : []), ...(endedAt === undefined ? besides(window) : [])],
  };
}

function proven(window: Window, voice: Voice): Cell {
  const { endedAt, withdrawnAt, proofs, failures, foundAfterEnd, seenAt } = window;
  const after = proofs.map(({ hours }) => (hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`)).join(', ');
  return {
    text: endedAt === undefined ? '' : voice.at(withdrawnAt) || 'not proven yet',
    more: [
      ...(after === '' ? [] : [`again after ${after}`]),
      ...(withdrawnAt !== undefined && seenAt !== undefined && seenAt !== withdrawnAt
        ? [`last looked at ${voice.at(seenAt)}`]
        : []),
      ...(failures > 0 ? [amount(failures, 'failed attempt')] : []),
      ...(foundAfterEnd > 0 ? [`found again ${amount(foundAfterEnd, 'time')} after its end`] : []),
      ...(endedAt === undefined ? [] : besides(window)),
    ],
  };
}

/** Every window of access, from its grant to its proven absence. */
export const accessTable = (windows: Window[], voice: Voice): Block =>
  tableOr(
    'No access was granted.',
    [
      { title: 'Person, resource' },
      { title: 'Granted', kind: 'when' },
      { title: 'Seen open', kind: 'when' },
      { title: 'Ended' },
      { title: 'Proven absent' },
    ],
    windows.map((window) => [
      { text: voice.name(window.person), more: [`${placeText(window.resource)} (${window.permission})`] },
      window.grantedAt === undefined
        ? 'never granted'
        : { text: voice.at(window.grantedAt), more: [until(window, voice)] },
      seenOpen(window, voice),
      ended(window, voice),
      proven(window, voice),
    ]),
  );

/** The vendor's people. */
export const teamTable = (team: Report['team'], voice: Voice): Block =>
  tableOr(
    'Nobody was proposed yet.',
    [{ title: 'Person' }, { title: 'Role' }, { title: 'Employer' }, { title: 'Country' }, { title: 'Status' }],
    team.map(({ person, jobRole, employer, country, status }) => [
      voice.name(person),
      jobRole,
      employer,
      country,
      status,
    ]),
  );

/** The documents that access rests on. */
export const documentsTable = (papers: Report['papers'], voice: Voice): Block =>
  tableOr(
    'No document is registered.',
    [
      { title: 'Document' },
      { title: 'Status' },
      { title: 'In force since', kind: 'when' },
      { title: 'Until', kind: 'when' },
      { title: 'Signed by' },
    ],
    papers.map((paper) => [
      {
        text: paper.title,
        more: [
          `${paper.id}, ${spaced(paper.kind)}${paper.person === undefined ? '' : `, about ${voice.name(paper.person)}`}`,
        ],
      },
      spaced(paper.state),
      voice.day(paper.inForceSince) || `not before ${voice.day(paper.from)}`,
      voice.day(paper.endedAt) || (paper.until === undefined ? 'no end' : voice.end(paper.until)),
      {
        text: '',
        more: paper.signatures.map(
          ({ by, personId, at }) =>
            `${voice.name(personId)}${by === personId ? '' : ` for the ${by}`}, ${voice.day(at)}`,
        ),
      },
    ]),
  );
