import type { Template } from '../fill.js';

/** Of red flags, waivers and invoices. */
export const flags: Record<string, Template> = {
  'flags.answer-refused': '{control}: {reasons}',
  'flags.answers-refused': '{answers}',
  'flags.open': 'Red flag {flag} is open: {reason}',
  'flags.under-remedy':
    'Red flag {flag} is not cleared. A remedy is agreed until {until:instant}; the case continues until then.',
  'flags.locked-under-remedy':
    'Red flag {flag} is not cleared. A remedy is agreed until {until:instant}; no repository opens before the flag is cleared.',
  'flags.still-refused': '{flag} stays raised while {control} is refused: {reason}',
  'flags.still-raised': '{flag} stays raised: {reason}',
  'flags.unknown': '{flag} is not a red flag of this case’s plan.',
  'flags.already-raised': '{flag} is already raised.',
  'flags.not-raised': '{flag} is not raised.',
  'flags.end-past': 'The end date must be in the future.',
  'flags.end-too-late': 'The end date must be at most {limit#day} from now; the policy allows no more.',
  'flags.granted-before':
    'The policy allows {limit#day} in all, and {days#day} of them were granted before. Choose an earlier end date.',
  'flags.invoice-month': '{month} is outside this engagement. Use a month from {first} to {last}.',
};
