import type { Lock } from '../domain/controls/control.js';
import { CONTROLS } from '../domain/controls/index.js';
import { canonicalJson } from '../domain/hash.js';
import { own } from '../domain/record.js';
import { bindingOf } from './compilePlan.js';
import type { Found } from './found.js';
import type { Policy, PolicyControl } from './policySchema.js';

/** A lock as a policy writes it. */
function rightOf(lock: Lock): string {
  switch (lock.kind) {
    case 'gate':
      return `binds: { gate: [${lock.holds.join(', ')}] }`;
    case 'deal-breaker':
      return `binds: { dealBreaker: ${lock.clearedBy} }`;
    case 'always':
      return 'binds: { always: true }';
    default: {
      const never: never = lock;
      return never;
    }
  }
}

/** A gate may hold more than its lock; anything else is as the lock has it. */
function keeps(lock: Lock, control: PolicyControl): boolean {
  const binding = bindingOf(control);
  return lock.kind === 'gate' && binding.kind === 'gate'
    ? lock.holds.every((held) => binding.holds.includes(held))
    : canonicalJson(binding) === canonicalJson(lock);
}

/** Where a policy removes, weakens, conditions or waives what is locked. */
export function lockedFaults(policy: Policy): Found[] {
  return Object.values(CONTROLS).flatMap(({ id, locked: lock }): Found[] => {
    if (lock === undefined) return [];
    const control = own(policy.controls, id);
    const path = ['controls', id];
    if (control === undefined)
      return [{ path: ['controls'], message: `${id} is locked and missing here; put it back with ${rightOf(lock)}.` }];
    const fault = (wrong: boolean, field: string, message: string): Found[] =>
      wrong ? [{ path: [...path, field], message }] : [];
    return [
      ...fault(!keeps(lock, control), 'binds', `${id} is locked and cannot be weakened; it has ${rightOf(lock)}.`),
      ...fault(
        control.waivableBy.length > 0,
        'waivableBy',
        `${id} is locked; nobody can waive it, so remove waivableBy.`,
      ),
      ...fault(control.when !== undefined, 'when', `${id} is locked and always applies; remove the condition.`),
      ...fault(control.lapse !== 'suspend', 'lapse', `${id} is locked and suspends at once; remove lapse.`),
      ...fault(control.path !== undefined, 'path', `${id} is locked and has no alternative; remove the path.`),
    ];
  });
}

export const isLocked = (id: string): boolean => Object.hasOwn(CONTROLS, id) && CONTROLS[id]?.locked !== undefined;
