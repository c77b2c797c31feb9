import { type PersonId, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { OF_PRIVACY } from '../controls/data/personalData.js';
import { disclosedBy } from '../controls/register/disclosed.js';
import { isSuppliedByVendor } from '../controls/shown.js';
import { type HeldBack, heldBackBy, withSuccessors } from '../controls/successors.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

const privacyAndSecurity = (state: CaseState): PersonId[] => [
  ...namedFor(state, 'privacy'),
  ...namedFor(state, 'security'),
];

/** What has to come before new evidence takes effect, for whoever owns the control that would cease to be met. */
function heldBackTask(state: CaseState, key: string, { control, turn, misses }: HeldBack, now: Instant): WantedTask {
  const id = `waits:${key}:${control}`;
  return {
    id,
    what: say('tasks.waits', { control }),
    assignees: namedFor(state, turn),
    role: turn,
    why: [whyOf(turn, key), ...misses],
    actions: [
      { do: 'GetEvidenceForm', with: { control } },
      { do: 'SubmitEvidence', with: { control }, ask: ['form'] },
    ],
    due: dueAfter(state, id, now),
  };
}

/** The vendor is told of no evidence that the client keeps to itself. */
const whyOf = (turn: Role, key: string) =>
  sideOf(turn) === 'vendor' && !isSuppliedByVendor(parseSubjectKey(key).controlId)
    ? say('tasks.waits-unnamed')
    : say('tasks.waits-for', { key });

/** Who receives data, and where, by an answer that does not count yet: privacy and security are told at once, in a task of the client's own. */
function disclosureTasks(state: CaseState, key: string, heldBack: HeldBack[], now: Instant): WantedTask[] {
  const misses = heldBack.flatMap((one) => (OF_PRIVACY.includes(one.control) ? one.misses : []));
  const disclosed = [...disclosedBy(state, withSuccessors(state, [key])), ...misses];
  if (disclosed.length === 0) return [];
  const id = `disclosed:${key}`;
  return [
    {
      id,
      what: say('tasks.disclosed', { key }),
      assignees: [...new Set(privacyAndSecurity(state))],
      role: namedFor(state, 'privacy').length > 0 ? 'privacy' : 'security',
      why: [...disclosed, say('tasks.disclosed-why')],
      actions: [{ do: 'ShowCase', with: {} }],
      due: dueAfter(state, id, now),
    },
  ];
}

/** What new evidence that waits beside what stands asks of others: what has to come first, and a look at what it discloses. */
export const waitingTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.keys(state.successors ?? {}).flatMap((key) => {
    const heldBack = heldBackBy(state, key, now);
    const { controlId } = parseSubjectKey(key);
    return [
      ...heldBack.filter(({ control }) => control !== controlId).map((one) => heldBackTask(state, key, one, now)),
      ...disclosureTasks(state, key, heldBack, now),
    ];
  });
