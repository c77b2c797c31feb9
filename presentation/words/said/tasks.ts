import type { Template } from '../fill.js';

/** Of tasks and letters. */
export const tasks: Record<string, Template> = {
  'tasks.gaps': '{gaps}',
  'tasks.gap': '{control}: {missing}',
  'tasks.gap-of': '{control} for {person:person}: {missing}',
  'letters.access-ended': '{detail:clause} ({cause}).',
  'letters.unknown': 'No letter {letter} is waiting.',
  'letters.reasons': '{reasons}',
};
