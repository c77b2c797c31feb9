import pc from 'picocolors';
import { calendarOf } from '../activities/calendars/calendarOf.js';
import { commandLine } from '../presentation/actions/shell.js';
import { amount } from '../presentation/words/figures.js';
import { untilAskedToStop } from '../workers/signals.js';
import { type Summary, summarize, writeFiles } from './files.js';
import type { Servers } from './ground.js';
import { serveLive } from './live/serve.js';
import { type Loaded, loadScenario } from './load.js';
import { play } from './player.js';
import { startServers } from './servers.js';
import { Story } from './story.js';
import { WrongFile } from './wrongFile.js';

/** How a rehearsal is wanted. */
export type RehearsalOptions = {
  /** Path of the scenario file. */
  scenario: string;
  /** Path of another policy to try it under. */
  policy?: string;
  /** Folder for report, ledger and summary. */
  out?: string;
  /** Tell the days as they pass, not only at the end. */
  live: boolean;
  /** Serve the console to live through it, until the process is asked to stop. */
  web?: boolean;
  /** Print the summary as JSON and nothing else. */
  json: boolean;
};

/** Plays a scenario on servers of its own and prints its story; answers the exit code: 0 as expected, 2 a wrong file, 3 not as expected. */
export async function runRehearsal(options: RehearsalOptions): Promise<0 | 2 | 3> {
  const say = options.json ? () => undefined : (line: string) => process.stdout.write(`${line}\n`);
  let loaded: Loaded;
  try {
    loaded = await loadScenario(options.scenario, options.policy);
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    for (const { line, column, message } of error.faults)
      process.stderr.write(`${error.file}:${line}:${column} ${message}\n`);
    return 2;
  }
  const startedAt = Date.now();
  say(pc.bold(loaded.scenario.title));
  if (loaded.scenario.story !== undefined) say(pc.dim(loaded.scenario.story.trim()));
  const servers = await startServers(options.live || options.web ? (line) => say(pc.dim(line)) : undefined);
  try {
    if (options.web) return await liveThrough(servers, loaded, say);
    const story = new Story(loaded.caseFile.startDate, calendarFor(loaded), say);
    const played = await play(servers, loaded, story.tell);
    try {
      story.end();
      const summary = await summarize(played, loaded.scenario.title, servers.store, startedAt);
      if (options.out !== undefined) await writeFiles(options.out, played, summary, servers.store);
      if (options.json) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
      else conclude(summary, options, say);
      return summary.ok ? 0 : 3;
    } finally {
      await played.stage.stop();
    }
  } finally {
    await servers.stop();
  }
}

/** Serves the console of the rehearsal until the process is asked to stop. */
async function liveThrough(servers: Servers, loaded: Loaded, say: (line: string) => void): Promise<0> {
  const asked = untilAskedToStop();
  const { url, stop } = await serveLive(servers, loaded);
  try {
    say('');
    say(`${pc.bold(pc.green('Live through it:'))} ${pc.bold(url)}`);
    say('Choose who you are, work, and let time pass with the bar on top. Ctrl-C ends it; nothing is kept.');
    await asked;
    return 0;
  } finally {
    await stop();
  }
}

const calendarFor = ({ caseFile }: Loaded) =>
  calendarOf({
    timeZone: caseFile.client.timeZone,
    holidays: caseFile.client.holidays,
    from: caseFile.startDate,
    days: 400,
  });

function conclude(summary: Summary, { out, scenario }: RehearsalOptions, say: (line: string) => void): void {
  const { days, facts, letters, refusals, providerRequests, ledger, wallSeconds } = summary;
  say('');
  const of = `${summary.met} of ${amount(summary.met + summary.notMet.length, 'expectation')} met`;
  say(pc.bold(summary.ok ? pc.green(`PASS · ${of}`) : pc.red(`FAIL · ${of}`)));
  for (const one of summary.notMet) say(`    ${pc.red('✗')} ${one.at}  ${one.expected}, found: ${one.found}`);
  say(
    `  ${amount(days, 'day')} in ${wallSeconds} s: ${amount(facts, 'fact')}, ${amount(letters, 'letter')}, ${amount(refusals, 'refusal')}, ${amount(providerRequests, 'request')} to the provider`,
  );
  say(
    `  ledger ${ledger.verified ? pc.green('verified') : pc.red('NOT verified')}: ${ledger.rows} rows, head ${ledger.head.slice(0, 16)}…`,
  );
  if (out !== undefined) say(`  report, ledger and summary are in ${out}`);
  say(
    `  Live through it in the browser, as any role: ${commandLine({ verb: 'rehearse', operands: [scenario], options: [['--web', true]] })}`,
  );
}
