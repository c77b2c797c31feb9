import type { Template } from '../fill.js';

/** Of red flags: what raises them and keeps them raised. */
export const flags: Record<string, Template> = {
  'flags.answer-refused': '{control}: {reasons}',
  'flags.answers-refused': '{answers}',
  'flags.open': 'Red flag {flag} is open: {reason}',
  'flags.still-refused': '{flag} stays raised while {control} is refused: {reason}',
  'flags.still-raised': '{flag} stays raised: {reason}',
};
