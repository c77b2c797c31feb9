import { readFileSync } from 'node:fs';
import { COMMANDS } from '../../../contract/commands.js';
import { ROLES_DOC, rolesDoc } from '../../../tools/docs/rolesDoc.js';

test('the page of roles is what the tables of acts and controls say, and names every act', () => {
  const page = readFileSync(ROLES_DOC, 'utf8');
  expect(page).toBe(rolesDoc());
  expect(Object.keys(COMMANDS).filter((type) => !page.includes(`| \`${type}\` |`))).toEqual([]);
});
