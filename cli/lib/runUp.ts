import { relative } from 'node:path';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { untilAskedToStop } from '../../workers/signals.js';
import { type Up, up } from '../../workers/up.js';
import { endsWithin } from '../../workers/watch/listening.js';
import { CliError, EXIT } from '../exit.js';
import { paint, painted, pairs, say } from './print.js';

/** The longest that a stop takes, milliseconds. */
const STOP_MS = 4_500;

/** Where the data is and how to speak. */
export type RunUp = { dataDir: string; json: boolean; port?: number; temporalUi?: boolean };

/** Runs everything until it is asked to stop, or a part of it is lost (exit code 1). */
export async function runUp({ dataDir, json, port, temporalUi }: RunUp): Promise<void> {
  const tell = (line: string) => process.stderr.write(`${paint.dim(line)}\n`);
  const asked = untilAskedToStop();
  let onLost: (sentence: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    onLost = resolve;
  });
  const running = await up({ dataDir, port, temporalUi, policy: loadPolicyWork(), onProgress: tell, onLost });
  say(json ? JSON.stringify(withoutStop(running)) : welcome(running, dataDir));
  const sentence = await Promise.race([asked, lost]);
  tell('Stopping …');
  const ended = await endsWithin(STOP_MS, running.stop());
  tell(ended ? 'Stopped; the data stays.' : 'Cut off what had not ended; the data stays.');
  // The servers end with this process, and a start after that goes on as after a crash.
  if (!ended) process.exit(sentence === undefined ? EXIT.done : EXIT.other);
  if (sentence !== undefined) throw new CliError(EXIT.other, sentence);
}

const withoutStop = ({ stop: _stop, ...announced }: Up) => announced;

function welcome(running: Up, dataDir: string): string {
  const folder = relative(process.cwd(), dataDir) || '.';
  const shown = folder.startsWith('..') ? dataDir : folder;
  return [
    paint.green(paint.bold('Drawbridge is up.')),
    pairs([
      ['Console', running.consoleUrl],
      ['API', `${running.apiUrl}/api`],
      ['API docs', running.docsUrl],
      ...(running.temporalUiUrl === undefined ? [] : [['Temporal UI', running.temporalUiUrl] as [string, string]]),
      ['Mailbox', running.mailboxUrl ?? 'on your own mail server'],
      ['GitHub', running.githubUrl === undefined ? 'the real one' : `a sandbox at ${running.githubUrl}`],
      ['Data', shown],
    ]),
    '',
    `Open ${paint.bold(running.consoleUrl)} and sign in as one of the people of the example, without a password.`,
    ...(running.mailboxUrl === undefined ? [] : ["The vendor's people sign in with a code from the mailbox."]),
    'At the command line, in another terminal, you are whoever you sign in as:',
    painted(paint.bold('  drawbridge sign-in')).painted,
    painted(paint.bold('  drawbridge case open examples/cases/managed-team.yaml')).painted,
    '',
    'Ctrl-C stops everything; the data stays.',
  ].join('\n');
}
