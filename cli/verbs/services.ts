import type { Command } from 'commander';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';

/** `drawbridge api`, `worker`, `migrate`: the processes of a production set-up; settings come from the environment. */
export function addServices(program: Command): void {
  const api = program
    .command('api')
    .description('serve the API, as one of any number of processes; settings come from the environment')
    .action(async () => {
      const { runApi } = await import('../../workers/runApi.js');
      await runApi();
    });
  withExamples(api, 'api    # DATABASE_URL, TEMPORAL_ADDRESS, DRAWBRIDGE_MASTER_KEY, PORT');
  const worker = program
    .command('worker')
    .description('work on cases, as one of any number of processes; settings come from the environment')
    .action(async () => {
      const { runWorker } = await import('../../workers/runWorker.js');
      await runWorker();
    });
  withExamples(worker, 'worker    # also SMTP_URL, and where access is held: GITHUB_TOKEN');
  const migrate = program
    .command('migrate')
    .description(
      'bring the database to the present schema and let the role in DATABASE_URL in; safe to repeat, and while others run',
    )
    .action(async (_: unknown, command: Command) => {
      const { json } = optionsOf(command);
      const { migrationOf } = await import('../../workers/config.js');
      const { migrate: apply } = await import('../../store/migrate.js');
      const { databaseUrl, appUser } = migrationOf(process.env);
      const applied = await withProgress('Migrating', json === true, () => apply(databaseUrl, { appUser }));
      show(json, { applied }, () => (applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}.`));
    });
  withExamples(migrate, 'migrate    # MIGRATION_DATABASE_URL, DATABASE_URL');
}
