import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { EXAMPLE_PEOPLE } from '../../workers/up/localPeople.js';

test('who can sign in without a password are the client’s people of the example, and the operator', () => {
  const file = parse(readFileSync('examples/cases/managed-team.yaml', 'utf8'));
  const roles: [string, { name: string; email: string }[]][] = Object.entries(file.client.people);
  const people = roles.flatMap(([role, held]) => held.map(({ name, email }) => ({ name, email, roles: [role] })));
  expect(EXAMPLE_PEOPLE.filter(({ roles: its }) => !its.includes('operator'))).toEqual(people);
});
