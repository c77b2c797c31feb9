import { readdirSync, readFileSync } from 'node:fs';
import type { EngagementModel } from '../../domain/case/intake.js';
import type { Plan } from '../../domain/case/plan.js';
import { parseCaseFile } from '../../policy/caseFile.js';
import type { CaseFile } from '../../policy/caseSchema.js';
import { compilePlan } from '../../policy/compilePlan.js';
import { intakeOf } from '../../policy/intakeOf.js';
import { policyOf } from '../support/policy/policyText.js';

const FOLDER = 'examples/cases';
const FILES = readdirSync(FOLDER).filter((f) => f.endsWith('.yaml'));
const policy = { policy: policyOf(), hash: 'c0ffee'.padEnd(64, '0') };

function readExample(name: string): CaseFile {
  const read = parseCaseFile(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.faults)}`);
  return read.file;
}

function planOf(name: string): Plan {
  const file = readExample(name);
  return compilePlan(
    policy,
    intakeOf(file, (email) => email),
  );
}

const idle = ({ controls }: Plan): string[] => Object.values(controls).flatMap((c) => (c.applies ? [] : [c.id]));

const NO_PERSONAL_DATA = ['DP-1', 'DP-2', 'DP-3', 'DP-4'];
/** No special categories, and no hybrid. */
const NEITHER = ['SU-3', 'SU-4'];

const CASES: [file: string, recommended: EngagementModel, notApplying: string[]][] = [
  // A repository with personal data of people in the EU: DP-1 applies in this one only.
  ['managed-team.yaml', 'managed-team', ['DC-2', ...NEITHER]],
  ['small-team.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['second-vendor.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['red-flags.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['november-holidays.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['data-by-hand.yaml', 'managed-team', [...NO_PERSONAL_DATA, ...NEITHER]],
  ['data-in-postgres.yaml', 'managed-team', [...NO_PERSONAL_DATA, ...NEITHER]],
  ['december-start.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['staff-augmentation.yaml', 'staff-augmentation', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  // Personal data that have to stay in two countries, and a system for the EU's market.
  ['project-iso.yaml', 'project', ['DC-2', ...NEITHER]],
  // Built outside, handed over to people in-house.
  ['hybrid.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, 'SU-3']],
  // An engineer of a subcontractor among them.
  ['sanctions-hit.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['type-one.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['upon-payment.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  ['nda-expires.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, ...NEITHER]],
  // A current SOC 2 is a hard requirement: an attestation in progress is barred.
  ['hard-soc2.yaml', 'managed-team', ['DC-2', ...NO_PERSONAL_DATA, 'SA-2', 'SA-3', ...NEITHER]],
];

describe('the cases of the examples', () => {
  test('given the folder, then what is expected of each case stands here', () => {
    expect(CASES.map(([name]) => name).sort()).toEqual(FILES);
  });

  test.each(FILES)(
    'given %s, then it is a case file, its model is the recommended one, and its addresses are invented',
    (name) => {
      const { model } = planOf(name);
      expect(model.recommended).toBe(model.wanted);
      const addresses = readFileSync(`${FOLDER}/${name}`, 'utf8').match(/[\w.-]+@[\w.-]+/g) ?? [];
      expect(addresses.filter((a) => !a.endsWith('.example'))).toEqual([]);
    },
  );

  test.each(CASES)(
    'given %s, then %s is recommended, and everything but %j applies',
    (name, recommended, notApplying) => {
      const plan = planOf(name);
      expect(plan.model.recommended).toBe(recommended);
      expect(idle(plan).sort()).toEqual(notApplying);
    },
  );

  test('given a subcontractor, then its engineer keeps the employer of the file, and the others are employed by the vendor', () => {
    const { engineers } = intakeOf(readExample('staff-augmentation.yaml'), (email) => email);
    expect(engineers.map((e) => e.employer)).toEqual(['Tagus Labs', 'Douro Code']);
  });
});
