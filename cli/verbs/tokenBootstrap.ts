import type { Command } from 'commander';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { badInput } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { wholeNumber } from '../lib/numbers.js';
import { painted, pairs, show } from '../lib/print.js';
import { readable } from '../lib/times.js';

type Bootstrap = { email: string; name: string; days?: number; role?: string; reason?: string };

const ROLES = ['operator', ...CLIENT_ROLES] as const;
/** Why the first token of an installation is shown: there is nobody yet who could write to anybody. */
const FIRST = 'The first operator of the installation.';

/** `drawbridge token bootstrap`: a token issued at the database: an operator's first, or another while no letter arrives. */
export function addTokenBootstrap(token: Command): void {
  const verb = token
    .command('bootstrap')
    .description('issue a token at the database itself: the first operator token, or another role in an emergency')
    .requiredOption('--email <address>', 'address of the person')
    .requiredOption('--name <name>', 'name of the person')
    .option('--days <number>', 'validity in days (default: 30)', wholeNumber)
    .option('--role <role>', "a role of the client's (default: operator)")
    .option('--reason <text>', 'why nobody can claim it by letter; kept in the log of custody, needed with --role')
    .action(async (_: unknown, command: Command) => {
      const { email, name, days = 30, role: asked = 'operator', reason, json } = optionsOf<Bootstrap>(command);
      const role = ROLES.find((one) => one === asked);
      if (role === undefined) throw badInput(`Unknown role "${asked}". Use one of: ${ROLES.join(', ')}.`);
      if (role !== 'operator' && reason === undefined) throw badInput('With --role, say why with --reason.');
      const { issueAtDatabase } = await import('../../workers/bootstrap.js');
      const issued = await issueAtDatabase({ email, name, days, role, reason: reason ?? FIRST });
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
    'token bootstrap --role security --email k.winter@client.example --name "Karl Winter" --days 1 --reason "Mail is down."',
  );
}
