import { Argument, type Command } from 'commander';
import type { ProcessName, SettingFault } from '../../workers/config.js';
import { badInput } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { paint, show } from '../lib/print.js';

const PROCESSES = ['api', 'worker', 'migrate'] as const satisfies readonly ProcessName[];

/** `drawbridge config check`: whether the processes would boot with this environment, without starting any. */
export function addConfig(program: Command): void {
  const config = program.command('config').description('check the settings in the environment');
  const check = config
    .command('check')
    .description('list missing or invalid settings (values are never printed); without a process: for all three')
    .addArgument(new Argument('[process]', 'which process').choices(PROCESSES))
    .action(async (process: ProcessName | undefined, _: unknown, command: Command) => {
      const { json } = optionsOf(command);
      const asked = process === undefined ? PROCESSES : [process];
      const faults = await faultsOf(asked);
      if (faults.length > 0) throw faulty(faults);
      show(json, { ok: true, processes: asked }, () =>
        asked.map((one) => `${paint.green('Good')}: ${one} has all it needs.`).join('\n'),
      );
    });
  withExamples(check, 'config check', 'config check worker');
}

type Found = SettingFault & { processes: ProcessName[] };

/** Each fault once, with the processes that it keeps from booting. */
async function faultsOf(processes: readonly ProcessName[]): Promise<Found[]> {
  const { settingFaults } = await import('../../workers/config.js');
  const found = new Map<string, Found>();
  for (const one of processes)
    for (const fault of settingFaults(one, process.env)) {
      const known = found.get(fault.message);
      if (known === undefined) found.set(fault.message, { ...fault, processes: [one] });
      else known.processes.push(one);
    }
  return [...found.values()];
}

const faulty = (faults: Found[]) =>
  badInput(`${faults.length === 1 ? 'A setting is' : `${faults.length} settings are`} missing or invalid:`, {
    faults: faults.map(({ setting, message, processes }) => ({ path: processes.join(', '), setting, message })),
  });
