import type { Command } from 'commander';
import { providerCheckText } from '../../presentation/words/providerChecks.js';
import type { ProviderFindings } from '../../workers/checkProviders.js';
import { CliError, EXIT } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { paint, painted, show, table } from '../lib/print.js';

/** `drawbridge access check`: whether each provider of the worker's settings can be worked with; changes nothing there. */
export function addAccessCheck(access: Command): void {
  const verb = access
    .command('check')
    .description(
      'check that each provider in the settings of the worker can be worked with; exit code 1 when something is not right',
    )
    .action(async (_: unknown, command: Command) => {
      const findings = await look();
      const ok = findings.every(({ checks }) => checks.every((one) => one.ok));
      show(optionsOf(command).json, { ok, providers: findings }, () => inWords(findings));
      if (!ok) throw new CliError(EXIT.other, 'Access cannot be given and taken as it has to be.');
    });
  withExamples(verb, 'access check', 'access check --json');
}

async function look(): Promise<ProviderFindings[]> {
  const { accessConfig } = await import('../../workers/config.js');
  const { checkProviders } = await import('../../workers/checkProviders.js');
  const { connectProviders, githubOf } = await import('../../workers/connectProviders.js');
  const config = accessConfig(process.env);
  const { all, close } = connectProviders(config, githubOf(config));
  try {
    return await checkProviders(all);
  } finally {
    await close();
  }
}

const inWords = (findings: ProviderFindings[]): string =>
  table(
    ['provider', 'right', 'what was found'],
    findings.flatMap(({ provider, checks }) =>
      checks.map((one) => [
        provider,
        painted(one.ok ? paint.green('yes') : paint.red('no')),
        providerCheckText(provider, one),
      ]),
    ),
  );
