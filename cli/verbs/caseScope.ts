import type { Command } from 'commander';
import { z } from 'zod';
import { fromRef } from '../../domain/access/resources.js';
import { parseLocated } from '../../policy/located.js';
import { badInput } from '../exit.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';

type Scope = {
  addRepository?: string[];
  addPersonalRepository?: string[];
  remove?: string[];
  dataClasses?: string[];
  euPersonalData?: string;
  file?: string;
  reason: string;
};

/** `drawbridge case scope`: changes what a case gives access to, and which data it is about. */
export function addCaseScope(group: Command): void {
  const verb = group
    .command('scope <case>')
    .description('change the scope: repositories, data sets, models and kinds of data; the plan and access follow')
    .requiredOption('--reason <text>', 'why')
    .option('--add-repository <ids...>', 'repositories without personal data, such as github:acme/search')
    .option('--add-personal-repository <ids...>', 'repositories that hold personal data, such as github:acme/people')
    .option('--remove <ids...>', 'repositories, data sets and models to take out; their access ends at once')
    .option('--data-classes <classes...>', 'the kinds of data from now on, all of them')
    .option('--eu-personal-data <yes|no>', 'whether it holds personal data of people in the EU')
    .option('--file <file>', 'a YAML file with more: add, dataRoles, or any field of the API')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const options = optionsOf<Scope>(command);
      const body = { ...(await fromFile(options.file)), ...fromOptions(options), reason: options.reason };
      await act(await workOf(command, { caseId }), caseId, 'ChangeScope', body);
    });
  withExamples(
    verb,
    'case scope CASE --add-repository github:meridian/eta-api --reason "The service is split" --as procurement',
    'case scope CASE --remove github:meridian/eta-model --reason "Goes in-house" --as procurement',
    'case scope CASE --eu-personal-data yes --file roles.yaml --reason "Trips of people in Poland" --as procurement',
  );
}

async function fromFile(file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const read = parseLocated(await readText(file), z.record(z.string(), z.json()), { what: 'change of scope' });
  if (!read.ok) throw badInput(`${file} is not a valid change of scope:`, { faults: read.faults, file });
  return read.value;
}

function repositoryOf(ref: string, personalData: boolean): Record<string, unknown> {
  const { provider, id } = fromRef(ref);
  if (provider === '') throw badInput(`${ref} must be written provider:id, such as github:${ref}.`);
  return { provider, kind: 'repository', id, personalData };
}

function fromOptions(options: Scope): Record<string, unknown> {
  const { addRepository = [], addPersonalRepository = [], remove, dataClasses, euPersonalData } = options;
  if (euPersonalData !== undefined && !['yes', 'no'].includes(euPersonalData))
    throw badInput('--eu-personal-data must be yes or no.');
  const added = [
    ...addRepository.map((ref) => repositoryOf(ref, false)),
    ...addPersonalRepository.map((ref) => repositoryOf(ref, true)),
  ];
  return {
    ...(added.length === 0 ? {} : { add: added }),
    ...(remove === undefined ? {} : { remove }),
    ...(dataClasses === undefined ? {} : { dataClasses }),
    ...(euPersonalData === undefined ? {} : { euPersonalData: euPersonalData === 'yes' }),
  };
}
