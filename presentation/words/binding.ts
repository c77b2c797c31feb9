import type { Binding } from '../../domain/case/plan.js';
import { ROLE_WORDS } from './names.js';

const HELD_WORDS = {
  stage: 'the next stage',
  person: 'that person',
  repo: 'repositories',
  data: 'client data and repositories that hold personal data',
  models: 'models',
  work: 'all work',
  closed: 'the end of the case',
} as const;

/** How a control binds, in words. */
export function bindingInWords(binding: Binding): string {
  switch (binding.kind) {
    case 'gate':
      return `holds ${binding.holds.map((h) => HELD_WORDS[h]).join(', ')}`;
    case 'deal-breaker':
      return `stops the case until ${ROLE_WORDS[binding.clearedBy]} clears it`;
    case 'track':
      return `due on day ${binding.day}`;
    case 'checkpoint':
      return `checkpoint on day ${binding.day}`;
    case 'meeting':
      return `every ${binding.every.replace('-', ' ')}`;
    case 'sla':
      return 'a clock from each request';
    case 'advise':
      return 'advises';
    case 'always':
      return 'always on';
    default: {
      const never: never = binding;
      return never;
    }
  }
}
