import { accountKey } from '../access/account.js';
import { ACCOUNT_KEEPERS } from '../access/declareAccounts.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { isContact } from '../controls/sides.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { isToBeChecked } from './standing.js';

/** Decides what is said of one thing that stays: it was removed, which is checked, or it stays and whose it is now. */
export function decideLeftAnswer(
  state: CaseState,
  { type: _type, person, resource, ...said }: Extract<HumanCommand, { type: 'AnswerLeftBehind' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ACCOUNT_KEEPERS);
  if (denied) return denied;
  // Nobody of the vendor says that what the vendor's people left may stay, whatever else they are here.
  if (own(state.people, actor.personId) !== undefined || isContact(state, actor.personId))
    return refuse('NotYourRole', say('left.of-vendor'));
  if ((said.is === 'stays') !== (said.whose !== undefined))
    return refuse('Malformed', say(said.is === 'stays' ? 'left.whose-missing' : 'left.whose-of-removed'));
  const lease = accountKey(person, resource);
  const item = own(own(state.leftBehind, lease)?.items, said.item);
  if (item === undefined)
    return refuse('UnknownLeftBehind', say('left.unknown', { person, resource, item: said.item }));
  if (item.seen === 'gone') return refuse('NotAskedNow', say('left.gone', { item: said.item }));
  if (said.is === 'removed' && isToBeChecked(item)) return refuse('AlreadyDecided', say('left.to-be-checked'));
  return record({ type: 'LeftBehindAnswered', lease, ...said });
}
