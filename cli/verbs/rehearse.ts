import type { Command } from 'commander';
import { CliError, EXIT } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

type Rehearse = { policy?: string; out?: string; live?: boolean; web?: boolean };

/** `drawbridge rehearse`: plays a scenario on real parts in virtual time. */
export function addRehearse(program: Command): void {
  const verb = program
    .command('rehearse <scenario>')
    .description(
      'play a scenario through a whole case in virtual time, on servers of its own; exit code 3 when it is not as expected',
    )
    .option('--policy <file>', 'try it under another policy')
    .option('--out <folder>', 'write report, ledger and summary.json there')
    .option('--live', 'show the days as they pass')
    .option('--web', 'live through it in the browser, as any role, until Ctrl-C')
    .action(async (scenario: string, _: unknown, command: Command) => {
      const { policy, out, live, web, json } = optionsOf<Rehearse>(command);
      const { runRehearsal } = await import('../../rehearsal/command.js');
      const exitCode = await runRehearsal({
        scenario,
        policy,
        out,
        live: live === true,
        web: web === true,
        json: json === true,
      });
      // The story was told already; only the exit code is left to say.
      if (exitCode !== EXIT.done) throw new CliError(exitCode, '');
    });
  withExamples(
    verb,
    'rehearse examples/scenarios/managed-team.yaml --live',
    'rehearse examples/scenarios/managed-team.yaml --web',
    'rehearse our-scenario.yaml --policy our-policy.yaml --out rehearsal/',
  );
}
