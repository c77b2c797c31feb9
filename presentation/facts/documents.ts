import { endText } from '../words/dates.js';
import type { Narrators } from './fact.js';
import { signatoryText } from './names.js';

type DocumentFact =
  | 'PaperDrafted'
  | 'PaperReused'
  | 'PaperSent'
  | 'PaperSigned'
  | 'PaperCameIntoForce'
  | 'PaperExpired'
  | 'PaperRevoked'
  | 'PaperSuperseded';

/** Facts of the documents that access rests on. */
export const DOCUMENTS: Narrators<DocumentFact> = {
  PaperDrafted: ({ paper: { id, title, person, until } }, { zone }) => ({
    kind: 'document',
    mark: 'note',
    text: `Document registered: ${title} (${id})${until === undefined ? '' : `, valid until ${endText(until, zone)}`}`,
    about: { document: id, ...(person !== undefined && { people: [person] }) },
  }),
  PaperReused: ({ paper: { id, title, person }, source }) => ({
    kind: 'document',
    mark: 'note',
    text: `Document reused from case ${source.caseId}: ${title} (${id})`,
    about: { document: id, ...(person !== undefined && { people: [person] }) },
  }),
  PaperSent: ({ paper }) => ({
    kind: 'document',
    mark: 'wait',
    text: `Document sent for signature: ${paper}`,
    about: { document: paper },
  }),
  PaperSigned: ({ paper, by, complete }) => ({
    kind: 'document',
    mark: 'good',
    text: `Document signed for ${signatoryText(by)}: ${paper}${complete ? ' (all signatures complete)' : ''}`,
    about: { document: paper, ...(by !== 'client' && by !== 'vendor' && { people: [by] }) },
  }),
  PaperCameIntoForce: ({ paper }) => ({
    kind: 'document',
    mark: 'good',
    text: `Document in force: ${paper}`,
    about: { document: paper },
  }),
  PaperExpired: ({ paper }) => ({
    kind: 'document',
    mark: 'bad',
    text: `Document expired: ${paper}`,
    about: { document: paper },
  }),
  PaperRevoked: ({ paper, reason }) => ({
    kind: 'document',
    mark: 'bad',
    text: `Document revoked: ${paper}`,
    why: reason,
    about: { document: paper },
  }),
  PaperSuperseded: ({ paper, by }) => ({
    kind: 'document',
    mark: 'note',
    text: `Document superseded: ${paper} by ${by}`,
    about: { document: paper },
  }),
};
