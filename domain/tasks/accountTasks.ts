import type { OutsideChange } from '../access/account.js';
import { isFoundLongAgo, isFoundThere, openQuestions, vendorsAccounts } from '../access/accounts.js';
import { openOutsideChanges } from '../access/outsideChanges.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Action } from './action.js';
import { keepers } from './keepers.js';
import { dueAfter, type WantedTask } from './task.js';

/** What is at a provider beside the record: accounts that nobody has explained, the vendor's undisclosed ones, and what was changed by hand. */
export function accountTasks(state: CaseState, now: Instant): WantedTask[] {
  if (state.status !== 'open' && state.status !== 'closing') return [];
  const accounts = [...unknownAccounts(state), ...undisclosedAccounts(state, now)];
  // Nothing opens in a closing case any more.
  return state.status === 'open' ? [...accounts, ...outsideChanges(state, now)] : accounts;
}

const unknownAccounts = (state: CaseState): WantedTask[] =>
  openQuestions(state).map((account) => {
    const { person, resource, question } = account;
    const { permission } = question;
    return {
      id: `unknown-account:${resource}:${person}`,
      what: say('tasks.unknown-account', { resource }),
      ...keepers(state),
      why: [
        permission === undefined
          ? say('tasks.unknown-account-seen', { person, resource })
          : say('tasks.unknown-account-held', { person, resource, permission }),
        ...(isFoundThere(state, account) ? [] : [say('tasks.unknown-account-gone')]),
        say('tasks.unknown-account-silence', { until: question.answerBy }),
      ],
      actions: answersTo(state, person, resource),
      due: question.answerBy,
    };
  });

/** Who stands on the roster is decided on there; whose any other account is can be said. */
function answersTo(state: CaseState, person: PersonId, resource: string): Action[] {
  const declare: Action = {
    do: 'DeclareAccounts',
    with: { resource, accounts: [person] },
    ask: ['is', 'whose', 'reason'],
    say: say('tasks.unknown-account-how'),
  };
  if (own(state.people, person)?.status !== 'proposed') return [declare];
  return [
    { do: 'RejectPerson', with: { person }, ask: ['reason'], say: say('tasks.unknown-account-proposed') },
    { do: 'AcceptPerson', with: { person }, ask: ['reason'], say: say('tasks.unknown-account-accept') },
    declare,
  ];
}

/** Business hours after which it is looked whether an account was removed; the task is due an hour after that look. */
const REMOVAL_HOURS = 4;

/** When it is looked whether the vendor's accounts that somebody is asked to remove are gone. */
export const looksForRemoval = ({ tasks, calendars }: CaseState, resource: string): Instant[] =>
  Object.values(tasks)
    .filter(({ id }) => id.startsWith(`vendor-account:${resource}:`))
    .map(({ openedAt }) => plusBusinessHours(calendars.client, openedAt, REMOVAL_HOURS));

/** Accounts that are said to be the vendor's and are still there: nobody but an administrator of the resource takes them away. */
const undisclosedAccounts = (state: CaseState, now: Instant): WantedTask[] =>
  vendorsAccounts(state)
    .filter((account) => isFoundThere(state, account) && !isFoundLongAgo(state, account, now))
    .map(({ person, resource }) => ({
      id: `vendor-account:${resource}:${person}`,
      what: say('tasks.vendor-account', { person, resource }),
      ...keepers(state),
      why: [say('tasks.vendor-account-why')],
      actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.vendor-account-how') }],
      due: dueAfter(state, `vendor-account:${resource}:${person}`, now, REMOVAL_HOURS + 1),
    }));

const outsideChanges = (state: CaseState, now: Instant): WantedTask[] =>
  openOutsideChanges(state).map(([lease, found]) => {
    const about = { person: lease.slice(0, lease.indexOf('/')), resource: lease.slice(lease.indexOf('/') + 1) };
    const id = `outside-change:${lease}`;
    const asked = found.change === 'removed' ? removal(about, found) : otherPermission(about, found);
    return { id, ...asked, ...keepers(state), due: dueAfter(state, id, now) };
  });

type About = { person: PersonId; resource: string };
type Asked = Pick<WantedTask, 'what' | 'why' | 'actions'>;

const removal = (about: About, { at }: OutsideChange): Asked => ({
  what: say('tasks.outside-removed', { person: about.person, resource: about.resource }),
  why: [say('tasks.outside-removed-why', { at })],
  actions: [
    {
      do: 'ReviewOutsideChange',
      with: { ...about, decision: 'restore' },
      ask: ['reason'],
      say: say('tasks.outside-restore'),
    },
    {
      do: 'ReviewOutsideChange',
      with: { ...about, decision: 'keep-closed' },
      ask: ['reason'],
      say: say('tasks.outside-keep-closed'),
    },
  ],
});

const otherPermission = (about: About, { at, from, to }: OutsideChange): Asked => ({
  what: say('tasks.outside-permission', { person: about.person, resource: about.resource }),
  why: [say('tasks.outside-permission-why', { at, from, to })],
  actions: [
    {
      do: 'ReviewOutsideChange',
      with: { ...about, decision: 'noted' },
      ask: ['reason'],
      say: say('tasks.outside-noted'),
    },
  ],
});
