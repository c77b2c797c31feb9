import type { Template } from '../fill.js';

/** Of access: what opens, holds and ends it. */
export const access: Record<string, Template> = {
  'access.red-flag': '{flag}: {reason}',
};
