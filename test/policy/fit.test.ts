import { parseCaseFile } from '../../policy/caseFile.js';
import type { CaseFile } from '../../policy/caseSchema.js';
import { compilePlan } from '../../policy/compilePlan.js';
import { checkPlanFit } from '../../policy/fit.js';
import { intakeOf } from '../../policy/intakeOf.js';
import { CASE_TEXT } from '../support/policy/caseText.js';
import { edited, policyOf } from '../support/policy/policyText.js';

const person = (role: string) => [{ name: role, email: `${role}@northwind.example` }];

/** A case file with one person for each of the given roles. */
function caseWith(...roles: (keyof CaseFile['client']['people'])[]): CaseFile {
  const read = parseCaseFile(CASE_TEXT);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const people = Object.fromEntries(roles.map((r) => [r, person(r)]));
  return { ...read.file, client: { ...read.file.client, people } };
}

const ALL = ['procurement', 'engineering-manager', 'legal', 'privacy', 'security', 'executive'] as const;
const found = (file: CaseFile, policy = policyOf()): string[] =>
  checkPlanFit(
    file,
    compilePlan(
      { policy, hash: 'h' },
      intakeOf(file, (email) => email),
    ),
  ).map((f) => f.message);

describe('a case file and the policy', () => {
  test('given somebody for each role, then they fit', () => {
    expect(found(caseWith(...ALL))).toEqual([]);
  });

  test('given an executive who is called in when nobody answers, then deciders may be missing', () => {
    expect(found(caseWith('engineering-manager', 'executive'))).toEqual([]);
  });

  test('given nobody who could decide or be called in, then each dead end is named', () => {
    const sentences = found(caseWith('engineering-manager'));
    expect(sentences).toContainEqual(
      expect.stringMatching(
        /^Nobody could open the gate contract: it takes somebody named as legal \(or, when nobody answers, executive\)/,
      ),
    );
    expect(sentences).toContain('Nobody could clear RF-2: name somebody as legal or executive.');
  });

  test('given nobody who could accept people, then PP-1 is named', () => {
    expect(found(caseWith('legal', 'security', 'executive'))).toContainEqual(
      expect.stringMatching(/^Nobody could supply PP-1 .*: name somebody as engineering-manager\.$/),
    );
  });

  test('given a profile of no policy, then the need is pointed at', () => {
    const file = caseWith(...ALL);
    const plan = compilePlan(
      { policy: policyOf(), hash: 'h' },
      intakeOf(file, (email) => email),
    );
    const [engineer] = file.engineers;
    if (engineer === undefined) throw new Error('The case has no engineer');
    const wrong = {
      ...file,
      engineers: [{ ...engineer, needs: [{ resource: 'github:northwind/search', profile: 'owner', task: 'All' }] }],
    };
    expect(checkPlanFit(wrong, plan)).toEqual([
      {
        path: ['engineers', 0, 'needs', 0, 'profile'],
        message: 'owner is no access profile of the policy; it has reader, triager, contributor, maintainer.',
      },
    ]);
  });

  test('given a quorum that the case cannot bring together, then the number is said', () => {
    const policy = policyOf(edited('role: legal, quorum: 1', 'role: legal, quorum: 3'));
    expect(found(caseWith(...ALL), policy)).toEqual([
      expect.stringMatching(/gate contract: it takes 3 people named as legal/),
    ]);
  });

  test('given signatories of whom the case names none, then it is said', () => {
    const policy = policyOf(
      edited('clientSignatories: [legal, procurement, executive]', 'clientSignatories: [compliance]'),
    );
    expect(found(caseWith(...ALL), policy)).toEqual(['Nobody could sign for the client: name somebody as compliance.']);
  });
});
