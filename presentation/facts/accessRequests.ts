import { placeText } from '../words/places.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { aboutApproval, approvalText, personText } from './names.js';

type AccessRequestFact = 'AccessRequestApproved' | 'AccessRequestEnded';

const ENDED = {
  lapsed: 'lapsed, nobody decided in time',
  withdrawn: 'withdrawn',
  moot: 'ended undecided',
} as const;

/** Facts of requests for access beside those of any decision. */
export const ACCESS_REQUESTS: Narrators<AccessRequestFact> = {
  AccessRequestApproved: ({ approval, person, need: { resource, profile } }) => ({
    kind: 'access',
    mark: 'good',
    text: `Access of ${personText(person)} to ${placeText(resource)} approved: ${profile}`,
    about: aboutApproval(approval),
  }),
  AccessRequestEnded: ({ approval, how, reason }, reader) => ({
    kind: 'decision',
    mark: how === 'lapsed' ? 'bad' : 'note',
    text: `${approvalText(approval)}: ${ENDED[how]}`,
    ...(reason !== undefined && { why: wordsOf(reason, reader) }),
    about: aboutApproval(approval),
  }),
};
