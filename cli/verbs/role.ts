import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge role`: who acts for the client in a case, and who is the vendor's contact. */
export function addRole(program: Command): void {
  const group = program.command('role').description("the client's people and the vendor's contact: name, confirm, end");
  addName(group);
  addConfirm(group);
  addEnd(group);
}

type Name = { email: string; timeZone?: string; replaces?: string; reason: string };

function addName(group: Command): void {
  const verb = group
    .command('name <case> <role> <name>')
    .description('name somebody for a role; it takes effect once somebody else of the client confirms it')
    .requiredOption('--email <address>', 'address of the person')
    .requiredOption('--reason <text>', 'why')
    .option('--replaces <person>', 'whose place it is')
    .option('--time-zone <zone>', 'for example Europe/Berlin')
    .action(async (caseId: string, role: string, name: string, _: unknown, command: Command) => {
      const { email, timeZone, replaces, reason } = optionsOf<Name>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'NameForRole', { role, name, email, timeZone, replaces, reason });
    });
  withExamples(
    verb,
    'role name CASE legal "Jo Brandt" --email j.brandt@client.example --replaces "Lena Hart" --reason "Takes over" --as procurement',
  );
}

function addConfirm(group: Command): void {
  const verb = group
    .command('confirm <case> <role> <person>')
    .description('confirm somebody who was named for a role')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, role: string, person: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'ConfirmRole', { role, person, reason });
    });
  withExamples(verb, 'role confirm CASE legal "Jo Brandt" --reason "Agreed with her" --as executive');
}

function addEnd(group: Command): void {
  const verb = group
    .command('end <case> <person>')
    .description("end a person's role, or all of them; their delegations end, and open tasks move on")
    .requiredOption('--reason <text>', 'why')
    .option('--role <role>', 'only this role (default: every role)')
    .option('--left', 'the person has left the client: their tokens end too')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { role, left, reason } = optionsOf<{ role?: string; left?: boolean; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'EndRole', { person, role, left: left ?? false, reason });
    });
  withExamples(verb, 'role end CASE "Lena Hart" --left --reason "Leaves the company" --as procurement');
}
