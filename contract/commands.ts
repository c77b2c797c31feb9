import type { z } from 'zod';
import type { HumanCommand } from '../domain/case/commands.js';
import { accounts } from './commands/accounts.js';
import type { CommandShape } from './commands/act.js';
import { afterwards } from './commands/afterwards.js';
import { agreements } from './commands/agreements.js';
import { decisions } from './commands/decisions.js';
import { incidents } from './commands/incidents.js';
import { life } from './commands/life.js';
import { papers } from './commands/papers.js';
import { people } from './commands/people.js';
import { running } from './commands/running.js';

/** The one table of human acts; a route, its document, its check, a verb and an act of a scenario come from it. */
export const COMMANDS = {
  ...papers,
  ...people,
  ...accounts,
  ...decisions,
  ...running,
  ...agreements,
  ...afterwards,
  ...incidents,
  ...life,
} satisfies Record<HumanCommand['type'], CommandShape>;

export type CommandType = keyof typeof COMMANDS;
/** The body of an act once it was checked: defaults are filled in. */
export type CommandBody<T extends CommandType> = z.output<(typeof COMMANDS)[T]['body']>;

/** True for the type of a human act. */
export const isCommandType = (type: string): type is CommandType => Object.hasOwn(COMMANDS, type);

/** `SubmitEvidence` as its route says it: `submit-evidence`. */
export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
