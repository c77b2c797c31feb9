import type { Template } from '../fill.js';

/** Of all controls; what one control says stands in the file of its area. */
export const controls: Record<string, Template> = {
  'controls.lapsed': '{control} has lapsed.',
  'controls.basis-ended': 'The documents or evidence behind {control} ended on {until:day}. Submit a replacement.',
  'controls.met': '{key} is met.',
  'controls.met-until': '{key} is met until {until:instant}.',
  'controls.refused': '{key} is refused: {reason}',
  'controls.still-open': '{key} is still open: {missing}',
};
