import { type Command, InvalidArgumentError } from 'commander';
import { refOf } from '../../domain/access/resources.js';
import { ACCOUNT, collectAccounts } from '../lib/accountOptions.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

type Need = { resource: string; profile: string; task: string };
type Propose = {
  email: string;
  account?: Record<string, string>;
  employer: string;
  country: string;
  jobRole: string;
  timeZone?: string;
  need?: Need[];
  replaces?: string;
};

const NEED = [
  '--need <provider:id:profile:task>',
  'what the person needs, once for each repository, data set or model, for example "github:acme/api:contributor:fix the importer"',
] as const;

/** `drawbridge people propose`: proposes an engineer, who then waits for acceptance. */
export function addPropose(people: Command): void {
  const verb = people
    .command('propose <case> <name>')
    .description('propose an engineer; nobody has access before acceptance and signed documents')
    .requiredOption('--email <address>', 'where the invitation goes')
    .requiredOption('--employer <company>', 'the employing company; for a subcontractor that company')
    .requiredOption('--country <code>', 'country of work, two letters, for example PL')
    .requiredOption('--job-role <text>', 'what the person does, for example "ML engineer"')
    .option(ACCOUNT, 'an account, once for each provider', collectAccounts)
    .option('--time-zone <zone>', 'for example Europe/Warsaw')
    .option('--replaces <replacement>', 'the replacement that the person is proposed for, for example replacement-1')
    .option(...NEED, collectNeeds)
    .action(async (caseId: string, name: string, _: unknown, command: Command) => {
      const {
        email,
        account: accounts,
        employer,
        country,
        jobRole,
        timeZone,
        need,
        replaces,
      } = optionsOf<Propose>(command);
      const work = await workOf(command, { caseId });
      const person = { name, email, accounts, timeZone, employer, country, jobRole };
      await act(work, caseId, 'ProposePerson', { ...person, needs: need ?? [], replaces });
    });
  withExamples(
    verb,
    'people propose CASE "Ewa Lis" --email ewa.lis@vendor.example --account github:ewalis --employer "Vendor sp. z o.o." \\\n' +
      '      --country PL --job-role "ML engineer" --need "github:acme/api:contributor:fix the importer" --as vendor-contact',
  );
}

/** `drawbridge people needs`: narrows what a person needs to reach. */
export function addNeeds(people: Command): void {
  const verb = people
    .command('needs <case> <person>')
    .description(
      'narrow what a person needs to reach; anything left out is withdrawn, and more is requested (access request)',
    )
    .requiredOption('--reason <text>', 'why')
    .option(...NEED, collectNeeds)
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason, need } = optionsOf<{ reason: string; need?: Need[] }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'SetNeeds', { person, needs: need ?? [], reason });
    });
  withExamples(
    verb,
    'people needs CASE "Ewa Lis" --need "github:acme/api:reader:review only" --reason "Moves to review" --as engineering-manager',
  );
}

function collectNeeds(text: string, before: Need[] | undefined): Need[] {
  const [provider = '', id = '', profile = '', ...task] = text.split(':');
  if (provider === '' || id === '' || profile === '' || task.length === 0)
    throw new InvalidArgumentError(
      'It must be written provider:id:profile:task, such as github:acme/api:contributor:fix the importer.',
    );
  return [...(before ?? []), { resource: refOf({ provider, id }), profile, task: task.join(':').trim() }];
}
