import type { Command } from 'commander';
import { caseView } from '../../contract/caseView.js';
import { ACCOUNT_OWNERS, type AccountOwner } from '../../domain/access/account.js';
import { badInput } from '../exit.js';
import { accountsText } from '../lib/accounts.js';
import { act, workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { show } from '../lib/print.js';

/** `drawbridge account`: whose the accounts on a resource are that are not there by a grant. */
export function addAccount(program: Command): void {
  const account = program
    .command('account')
    .description("accounts on repositories beside the vendor's grants: declare whose they are, list them");
  addDeclare(account);
  addList(account);
}

type Declared = { resource: string; account: string; is: string; whose?: string; reason: string };

function addDeclare(account: Command): void {
  const verb = account
    .command('declare <case>')
    .description('say whose accounts on a resource are, before or after somebody finds them')
    .requiredOption('--resource <provider:id>', 'the resource')
    .requiredOption('--account <login,…>', 'logins at the provider, or ids as "account list" shows them')
    .requiredOption('--is <whose>', `one of ${ACCOUNT_OWNERS.join(', ')}`)
    .option('--whose <text>', 'of which team, service or company')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { account: logins, is, ...given } = optionsOf<Declared>(command);
      if (!isOwner(is)) throw badInput(`Unknown --is "${is}". Use one of: ${ACCOUNT_OWNERS.join(', ')}.`);
      const work = await workOf(command, { caseId });
      const accounts = logins.split(',').map((login) => login.trim());
      await act(work, caseId, 'DeclareAccounts', { ...pick(given), accounts, is });
    });
  withExamples(
    verb,
    'account declare CASE --resource github:meridian/eta-model --account jonas-brandt,mia-roth --is client --whose "Platform team" --reason "They review every change." --as security',
  );
}

const isOwner = (word: string): word is AccountOwner => ACCOUNT_OWNERS.some((one) => one === word);

const pick = ({ resource, whose, reason }: Omit<Declared, 'account' | 'is'>) => ({ resource, whose, reason });

function addList(account: Command): void {
  const verb = account
    .command('list <case>')
    .description('list known and unknown accounts on repositories, and what was changed there by hand')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const work = await workOf(command, { caseId, reads: true });
      const view = await caseOf(
        work,
        caseId,
        caseView.pick({ accounts: true, outsideChanges: true, leftBehind: true, zone: true, names: true }),
      );
      show(work.globals.json, view, () => accountsText(view, view.zone) || 'No account is declared or asked about.');
    });
  withExamples(verb, 'account list CASE');
}
