import { controlOfFact } from '../../domain/controls/index.js';
import { instantText } from '../words/dates.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { spaced } from './names.js';

type PlanFact =
  | 'PlanRecompiled'
  | 'PlanCompilationFailed'
  | 'ModelChosen'
  | 'PolicyApproved'
  | 'CalendarsLoaded'
  | 'CalendarsFailed';

/** Facts of the plan, its policy and its calendars. */
export const PLAN: Narrators<PlanFact> = {
  PlanRecompiled: ({ plan, reason }) => ({
    kind: 'plan',
    mark: 'note',
    text: `Plan recompiled under policy ${plan.policy.name} ${plan.policy.version}`,
    why: reason,
    about: {},
  }),
  PlanCompilationFailed: ({ said, nextAttemptAt }, reader) => ({
    kind: 'plan',
    mark: 'bad',
    text: `Plan could not be compiled; next attempt ${instantText(nextAttemptAt, reader.zone)}`,
    why: wordsOf(said, reader),
    about: {},
  }),
  ModelChosen: ({ model, reason }) => ({
    kind: 'plan',
    mark: 'note',
    text: `Engagement model chosen: ${spaced(model)}`,
    why: reason,
    about: { control: controlOfFact('ModelChosen') },
  }),
  PolicyApproved: ({ approval, policy, origin, reason }) => ({
    kind: 'plan',
    mark: 'note',
    text: `Policy ${policy.name} ${policy.version} now applies to this case`,
    why: origin?.kind === 'foreign' ? `${reason} It is not this installation’s own policy.` : reason,
    about: { approval },
  }),
  CalendarsLoaded: ({ client, vendor }) => ({
    kind: 'plan',
    mark: 'note',
    text: `Calendars extended: ${client.timeZone} and ${vendor.timeZone}`,
    about: {},
  }),
  CalendarsFailed: ({ said, nextAttemptAt }, reader) => ({
    kind: 'plan',
    mark: 'bad',
    text: `Calendars could not be extended; next attempt ${instantText(nextAttemptAt, reader.zone)}`,
    why: wordsOf(said, reader),
    about: {},
  }),
};
