import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { COMMANDS, isCommandType } from '../../contract/commands.js';
import { STOP_SCOPES, STOPPERS } from '../../domain/access/stop.js';
import { CONTROLS } from '../../domain/controls/index.js';

/** Where the page lies, from the root of the repository. */
export const ROLES_DOC = 'docs/roles.md';

const HEAD = `# Roles and rights

Generated from the tables of acts and controls by \`npm run docs:roles\`; a test compares them. After this page you know who may
do what, and who supplies which evidence.

A client's person gets a role from the OpenID provider ([sign-in](sign-in.md)), and has to be named under it in the case as well:
the provider says who somebody is, the case says what they do in it. The vendor's contact and the engineers are named in the
case alone. Nobody decides what they asked for or supplied. Compliance reads every case and acts in none; the operator runs the
machine and reads no case.
`;

/** The page of who may do what, as the tables of acts and controls have it. */
export function rolesDoc(): string {
  const acts = Object.keys(COMMANDS)
    .filter(isCommandType)
    .map((type) => `| \`${type}\` | ${COMMANDS[type].summary} | ${COMMANDS[type].by} |`);
  const evidence = Object.values(CONTROLS).flatMap(({ id, title, form, suppliedBy }) =>
    form === null || form === undefined ? [] : [`| ${id} | ${title} | ${suppliedBy.join(', ')} |`],
  );
  const stops = STOP_SCOPES.map(
    (scope) =>
      `| \`Stop\`, \`LiftStop\` of a ${scope} | Close everything of a ${scope} in all cases; lift it, by somebody else | ${STOPPERS[scope].map((role) => role.replaceAll('-', ' ')).join(', ')} |`,
  );
  return `${HEAD}
## Acts

| act | what it does | who may |
| --- | --- | --- |
${[...acts, ...stops].join('\n')}

## Evidence

| control | what it asks | who supplies it |
| --- | --- | --- |
${evidence.join('\n')}
`;
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const page = rolesDoc();
  if (!process.argv.includes('--check')) writeFileSync(ROLES_DOC, page);
  else if (readFileSync(ROLES_DOC, 'utf8') !== page) {
    console.error(`${ROLES_DOC} is not what the tables say; run npm run docs:roles.`);
    process.exitCode = 1;
  }
}
