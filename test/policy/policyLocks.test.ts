import fc from 'fast-check';
import { stringify } from 'yaml';
import { CONTROLS } from '../../domain/controls/index.js';
import { compilePlan } from '../../policy/compilePlan.js';
import { parsePolicy } from '../../policy/policyFile.js';
import type { Policy } from '../../policy/policySchema.js';
import { intake } from '../support/controls/fixtures.js';
import { controlBlock, edited, faultsOf, policyOf, withLine } from '../support/policy/policyText.js';

const LOCKED = ['IP-2', 'RF-2', 'AU-1', 'AU-2'];

describe('locked controls', () => {
  test('given the registry, then these are its locked controls', () => {
    expect(
      Object.keys(CONTROLS)
        .filter((id) => CONTROLS[id]?.locked)
        .sort(),
    ).toEqual([...LOCKED].sort());
  });

  test.each(LOCKED)('given a policy without %s, then it has to be put back', (id) => {
    expect(faultsOf(edited(controlBlock(id), ''))).toEqual([
      expect.stringMatching(new RegExp(`^\\d+:1 ${id} is locked and missing here; put it back with binds:`)),
    ]);
  });

  test.each(LOCKED)('given a policy that weakens %s, then line and column and what it has', (id) => {
    const text = edited(new RegExp(`(  ${id}:\\n(?:    .*\\n)*?    binds: ).*`), '$1{ advise: true }');
    const line =
      text.split('\n').findIndex((l, i, all) => l === '    binds: { advise: true }' && i > all.indexOf(`  ${id}:`)) + 1;
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(new RegExp(`^${line}:5 ${id} is locked and cannot be weakened; it has binds: `)),
    ]);
  });

  test.each(LOCKED)('given a policy that lets somebody waive %s, then it is refused', (id) => {
    expect(faultsOf(withLine(id, 'waivableBy: [executive]'))).toEqual([
      expect.stringMatching(new RegExp(`^\\d+:5 ${id} is locked; nobody can waive it`)),
    ]);
  });

  test.each(LOCKED)('given a policy that makes %s conditional, then it is refused', (id) => {
    expect(faultsOf(withLine(id, 'when: intake.data.euPersonalData'))).toEqual([
      expect.stringMatching(new RegExp(`^\\d+:5 ${id} is locked and always applies`)),
    ]);
  });

  test.each(LOCKED)('given a policy with an alternative to %s, then it is refused', (id) => {
    expect(faultsOf(withLine(id, 'path: attestation'))).toContainEqual(
      expect.stringMatching(new RegExp(`${id} is locked and has no alternative`)),
    );
  });
});

/** Any edit of a control's entry, sense or nonsense. */
const anyControl = fc.record(
  {
    stage: fc.constantFrom('evaluate', 'people', 'contract', 'work', 'day-30-review'),
    binds: fc.oneof(
      fc.subarray(['stage', 'person', 'repo', 'data', 'models', 'work'], { minLength: 1 }).map((gate) => ({ gate })),
      fc.constantFrom({ dealBreaker: 'legal' }, { dealBreaker: 'procurement' }, { advise: true }, { always: true }),
      fc.integer({ min: 1, max: 365 }).map((track) => ({ track })),
    ),
    owner: fc.constantFrom('legal', 'vendor-contact', 'engineer', 'compliance'),
    path: fc.constantFrom('attestation', 'own'),
    behind: fc.subarray(['evaluate', 'contract', 'work']),
    waivableBy: fc.subarray(['legal', 'executive']),
    waiverMaxDays: fc.integer({ min: 1, max: 365 }),
    when: fc.constantFrom('false', 'true', 'intake.data.euPersonalData'),
  },
  { requiredKeys: [] },
);

/** Edits that a locked control may have, so that some of the random ones are taken. */
const harmless = fc.record({ waiverMaxDays: fc.integer({ min: 1, max: 365 }) });

test('given any edit of a locked control, then the policy has faults or the plan keeps the lock', () => {
  const policy = policyOf();
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCKED),
      fc.option(fc.oneof({ weight: 3, arbitrary: anyControl }, { weight: 1, arbitrary: harmless })),
      (id, entry) => {
        const { [id]: own, ...others } = policy.controls;
        const changed: unknown = {
          ...policy,
          controls: entry === null ? others : { ...others, [id]: { ...own, ...entry } },
        };
        const read = parsePolicy(stringify(changed, { aliasDuplicateObjects: false }));
        if (!read.ok) return;
        taken += 1;
        expectLocked(read.policy, id);
      },
    ),
    { numRuns: 100 },
  );
  // The harness bites only if some edits are taken.
  expect(taken).toBeGreaterThan(0);
});

function expectLocked(policy: Policy, id: string): void {
  const planned = compilePlan({ policy, hash: 'h' }, intake).controls[id];
  expect(planned).toMatchObject({ applies: true });
  expect([planned?.path, planned?.waivableBy]).toEqual([undefined, undefined]);
  const binding = planned?.binding;
  if (id === 'IP-2') expect(binding?.kind === 'gate' && binding.holds.includes('repo')).toBe(true);
  else if (id === 'RF-2') expect(binding).toEqual({ kind: 'deal-breaker', clearedBy: 'legal' });
  else expect(binding).toEqual({ kind: 'always' });
}
