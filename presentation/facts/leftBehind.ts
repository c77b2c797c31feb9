import type { LeftThing } from '../../domain/leftBehind/leftBehind.js';
import { instantText } from '../words/dates.js';
import { LEFT_WORDS, leftText, unseenText } from '../words/leftBehind.js';
import type { Narrators } from './fact.js';
import { aboutGrant, grantText } from './names.js';

/** `1 deploy key, 2 webhooks`. */
function counted(found: readonly LeftThing[]): string {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const count = found.filter((one) => one.kind === kind).length;
      return `${count} ${LEFT_WORDS[kind][count === 1 ? 'one' : 'many']}`;
    })
    .join(', ');
}

/** Facts of what stays after an access has ended. */
export const LEFT_BEHIND: Narrators<'LeftBehindListed' | 'LeftBehindFailed' | 'LeftBehindAnswered'> = {
  LeftBehindListed: ({ lease, found, unseen, answerBy }, { zone }) => ({
    kind: 'access',
    mark: found.length === 0 ? 'note' : 'wait',
    text: `Listed what may stay of ${grantText(lease)}: ${found.length === 0 ? 'nothing found' : counted(found)}${answerBy === undefined ? '' : `; to be answered by ${instantText(answerBy, zone)}`}`,
    ...(unseen.length > 0 && { why: `Nobody could look at: ${unseenText(unseen)}.` }),
    about: aboutGrant(lease),
  }),
  LeftBehindFailed: ({ lease, code, message, nextAttemptAt }, { zone }) => ({
    kind: 'access',
    mark: 'bad',
    text: `What may stay of ${grantText(lease)} could not be listed${nextAttemptAt === undefined ? '; left at that' : `; next attempt ${instantText(nextAttemptAt, zone)}`}`,
    why: message,
    code,
    about: aboutGrant(lease),
  }),
  LeftBehindAnswered: ({ lease, item, is, whose, reason }) => ({
    kind: 'access',
    mark: is === 'removed' ? 'good' : 'note',
    text: `Left behind, ${leftText(item)}: ${is === 'removed' ? 'said to be removed' : `stays, ${whose ?? ''}`} (${grantText(lease)})`,
    why: reason,
    about: aboutGrant(lease),
  }),
};
