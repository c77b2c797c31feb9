import type { Instant } from '../time.js';
import type { Plan } from './plan.js';
import type { CaseState } from './state.js';

/**
 * Which parts of the state the rules of controls, access and gates may read. Those that they do not read change with nearly every fact.
 * A new part has to be put here, and belongs to those that are read unless it surely is not.
 */
const READ: Record<keyof CaseState, boolean> = {
  seq: false,
  controlStatus: false,
  tasks: false,
  letters: false,
  warned: false,
  attribution: false,
  refusals: false,
  calendarAttempts: false,
  caseId: true,
  status: true,
  openedAt: true,
  openedBy: true,
  closedReason: true,
  closedOutcome: true,
  pause: true,
  pauses: true,
  formerAssets: true,
  dataScope: true,
  intake: true,
  plan: true,
  replan: true,
  stagesDone: true,
  people: true,
  papers: true,
  evidence: true,
  approvals: true,
  delegations: true,
  flags: true,
  waivers: true,
  leases: true,
  replacements: true,
  recertification: true,
  meetings: true,
  lastMeetings: true,
  attendance: true,
  readings: true,
  invoices: true,
  incidents: true,
  calendars: true,
  surveys: true,
};
const isPart = (key: string): key is keyof CaseState => Object.hasOwn(READ, key);
const WORLD = Object.keys(READ)
  .filter(isPart)
  .filter((key) => READ[key]);

type Slot<T> = { state: CaseState; now: Instant; answers: Map<string, T> };

const sameWorld = (a: CaseState, b: CaseState): boolean => a === b || WORLD.every((key) => a[key] === b[key]);

/** Asks a pure rule of a state at an instant; `key` says on what, and the same key always computes the same. */
type Remembered<T> = (state: CaseState, now: Instant, key: string, compute: () => T) => T;

/**
 * Keeps the last answers of a rule that is asked many times for one instant, while facts are folded in that it does not read.
 * One set of answers for each case, by its plan, which lives as long as the case.
 */
export function memory<T>(): Remembered<T> {
  const slots = new WeakMap<Plan, Slot<T>>();
  return (state, now, key, compute) => {
    const held = slots.get(state.plan);
    const same = held?.now === now && sameWorld(held.state, state);
    const slot = same ? held : { state, now, answers: new Map<string, T>() };
    // The next question is about this very state, most likely.
    slot.state = state;
    if (!same) slots.set(state.plan, slot);
    const known = slot.answers.get(key);
    if (known !== undefined) return known;
    const answer = compute();
    slot.answers.set(key, answer);
    return answer;
  };
}
