import type { Template } from '../fill.js';

/** Of a compiled plan: why a control applies to a case or not. */
export const plan: Record<string, Template> = {
  'plan.in-force': 'The policy applies it to every case.',
  'plan.locked': 'It is locked: it applies to every case.',
  'plan.condition-holds': 'The policy’s condition is met: {condition}',
  'plan.condition-fails': 'The policy’s condition is not met: {condition}',
};
