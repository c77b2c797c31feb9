import type { Command } from 'commander';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { wholeNumber } from '../lib/numbers.js';
import { painted, pairs, show } from '../lib/print.js';
import { readable } from '../lib/times.js';

type Bootstrap = { email: string; name: string; days?: number };

/** `drawbridge token bootstrap`: the first operator's token of an installation, issued at the database. */
export function addTokenBootstrap(token: Command): void {
  const verb = token
    .command('bootstrap')
    .description('issue the first operator token of an installation, at the database itself')
    .requiredOption('--email <address>', 'address of the operator')
    .requiredOption('--name <name>', 'name of the operator')
    .option('--days <number>', 'validity in days (default: 30)', wholeNumber)
    .action(async (_: unknown, command: Command) => {
      const { email, name, days = 30, json } = optionsOf<Bootstrap>(command);
      const { issueOperatorToken } = await import('../../workers/bootstrap.js');
      const issued = await issueOperatorToken({ email, name, days });
      show(json, issued, () =>
        pairs([
          ['Token', painted(issued.token)],
          ['Id', issued.tokenId],
          ['Valid until', readable(issued.expiresAt)],
        ]),
      );
    });
  withExamples(
    verb,
    'token bootstrap --email ops@client.example --name "Olga Petri"    # DATABASE_URL, DRAWBRIDGE_MASTER_KEY',
  );
}
