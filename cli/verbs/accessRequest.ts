import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge access request` and `access withdraw-request`: more or other access, which the owner of the resource decides on. */
export function addAccessRequest(access: Command): void {
  const request = access
    .command('request <case> <person> <resource> <profile>')
    .description('request access for a person; the owner of the resource decides, else it lapses')
    .requiredOption('--task <text>', 'what the person does there, in one sentence')
    .requiredOption('--reason <text>', 'why it is needed')
    .action(async (caseId: string, person: string, resource: string, profile: string, _: unknown, command: Command) => {
      const { task, reason } = optionsOf<{ task: string; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RequestAccess', { person, resource, profile, task, reason });
    });
  withExamples(
    request,
    'access request CASE "Ewa Lis" github:meridian/eta-api contributor --task "Fixes the importer" --reason "It fails daily." --as vendor-contact',
  );
  const withdraw = access
    .command('withdraw-request <case> <person> <resource>')
    .description('withdraw a request for access of yours that is not decided yet')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, person: string, resource: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'WithdrawAccessRequest', { person, resource, reason });
    });
  withExamples(
    withdraw,
    'access withdraw-request CASE "Ewa Lis" github:meridian/eta-api --reason "Done by now." --as vendor-contact',
  );
}
