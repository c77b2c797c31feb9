import { type Command, InvalidArgumentError } from 'commander';
import { dataDirOf } from '../../workers/upFiles.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge up`: everything on one machine, until Ctrl-C. */
export function addUp(program: Command): void {
  const verb = program
    .command('up')
    .description(
      'run everything on this machine until Ctrl-C: servers, worker, API, mailbox; data stays in the data folder',
    )
    .option('--port <number>', 'port of the API (default: 8080, or a free one)', portOf)
    .option('--temporal-ui', "serve Temporal's console too; anybody on this machine may stop cases with it")
    .action(async (_: unknown, command: Command) => {
      const { port, data, json, temporalUi } = optionsOf<{ port?: number; temporalUi?: true }>(command);
      const { runUp } = await import('../lib/runUp.js');
      await runUp({ dataDir: dataDirOf(data), json: json === true, port, temporalUi });
    });
  withExamples(verb, 'up', 'up --data ~/drawbridge-trial --port 9000');
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port from 1 to 65535.');
}
