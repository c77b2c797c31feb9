import type { Found } from './found.js';
import type { Policy, PolicyControl } from './policySchema.js';

/** What bindings the locked controls keep, whatever a policy says (controls catalogue: IP-2, RF-2, AU-1, AU-2). */
const LOCKED: Record<string, { is(control: PolicyControl): boolean; right: string }> = {
  'IP-2': { is: ({ binds }) => 'gate' in binds && binds.gate.includes('repo'), right: 'binds: { gate: [repo] }' },
  'RF-2': {
    is: ({ binds }) => 'dealBreaker' in binds && binds.dealBreaker === 'legal',
    right: 'binds: { dealBreaker: legal }',
  },
  'AU-1': { is: ({ binds }) => 'always' in binds, right: 'binds: { always: true }' },
  'AU-2': { is: ({ binds }) => 'always' in binds, right: 'binds: { always: true }' },
};

/** Where a policy removes, weakens, conditions or waives what is locked. */
export function lockedFaults(policy: Policy): Found[] {
  return Object.entries(LOCKED).flatMap(([id, lock]): Found[] => {
    const control = Object.hasOwn(policy.controls, id) ? policy.controls[id] : undefined;
    const path = ['controls', id];
    if (control === undefined)
      return [{ path: ['controls'], message: `${id} is locked and missing here; put it back with ${lock.right}.` }];
    const fault = (wrong: boolean, field: string, message: string): Found[] =>
      wrong ? [{ path: [...path, field], message }] : [];
    return [
      ...fault(!lock.is(control), 'binds', `${id} is locked and cannot be weakened; it has ${lock.right}.`),
      ...fault(
        control.waivableBy.length > 0,
        'waivableBy',
        `${id} is locked; nobody can waive it, so remove waivableBy.`,
      ),
      ...fault(control.when !== undefined, 'when', `${id} is locked and always applies; remove the condition.`),
      ...fault(control.path !== undefined, 'path', `${id} is locked and has no alternative; remove the path.`),
    ];
  });
}

export const isLocked = (id: string): boolean => Object.hasOwn(LOCKED, id);
