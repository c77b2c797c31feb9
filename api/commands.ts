import type { HumanCommand } from '../domain/case/commands.js';
import type { CommandEntry } from './commands/act.js';
import { afterwards } from './commands/afterwards.js';
import { decisions } from './commands/decisions.js';
import { incidents } from './commands/incidents.js';
import { life } from './commands/life.js';
import { papers } from './commands/papers.js';
import { people } from './commands/people.js';
import { running } from './commands/running.js';

/** The one table of human acts; a route, its document and its check come from it. */
export const COMMANDS: Record<HumanCommand['type'], CommandEntry> = {
  ...papers,
  ...people,
  ...decisions,
  ...running,
  ...afterwards,
  ...incidents,
  ...life,
};

/** `SubmitEvidence` as its route says it: `submit-evidence`. */
export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
