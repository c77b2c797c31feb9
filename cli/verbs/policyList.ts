import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { type PolicyList, policyList, policyListed } from '../../contract/policyList.js';
import { badInput } from '../exit.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { inFile, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, painted, show, table } from '../lib/print.js';
import type { Session } from '../lib/session.js';
import { readable } from '../lib/times.js';

const WHY = ['--reason <text>', 'why'] as const;

/** `drawbridge policy list|allow|disallow`: the policies that cases may be opened under. */
export function addPolicyList(policy: Command): void {
  const list = policy
    .command('list')
    .description('the policies that cases may be opened under, and those taken off the list')
    .action(async (_: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { reads: true });
      const page = await askJson(session, '/api/policies', policyList);
      show(globals.json, page, () => inWords(page));
    });
  withExamples(list, 'policy list', 'policy list --json');
  addAllow(policy);
  addDisallow(policy);
}

function addAllow(policy: Command): void {
  const verb = policy
    .command('allow <file>')
    .description('put a policy on the list, so that cases may be opened under it by somebody else (operator)')
    .requiredOption(...WHY)
    .action(async (file: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const text = await readText(file);
      const { globals, session } = await workOf(command, { role: 'operator' });
      const body = { policy: text, reason };
      const ask = { body, ...(globals.key !== undefined && { key: globals.key }) };
      const told = await inFile(file, askJson(session, '/api/policies', policyListed, ask));
      show(globals.json, told, () =>
        toldOf(`${told.policy.name} ${told.policy.version} is on the list`, told.policy.hash, told.receipt.seq),
      );
    });
  withExamples(verb, 'policy allow our-policy.yaml --reason "Approved by the risk committee on 3 March"');
}

function addDisallow(policy: Command): void {
  const verb = policy
    .command('disallow <policy>')
    .description('take a policy off the list, by its file or the start of its hash; open cases keep it (operator)')
    .requiredOption(...WHY)
    .action(async (given: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const { globals, session } = await workOf(command, { role: 'operator' });
      const hash = await hashOf(session, given);
      const ask = { body: { reason }, ...(globals.key !== undefined && { key: globals.key }) };
      const told = await askJson(session, `/api/policies/${hash}/delist`, policyListed, ask);
      show(globals.json, told, () =>
        toldOf(
          `${told.policy.name} ${told.policy.version} is on the list no more; cases under it keep it`,
          told.policy.hash,
          told.receipt.seq,
        ),
      );
    });
  withExamples(
    verb,
    'policy disallow 9f2c41d07e5b --reason "Replaced by version 3"',
    'policy disallow our-policy.yaml --reason "Replaced by version 3"',
  );
}

const toldOf = (what: string, hash: string, entry: number): string =>
  `${paint.green('Recorded')} as entry ${entry} of the log of custody: ${what}.\n${paint.dim(`hash ${hash}`)}`;

/** The hash of the policy that a person means. */
async function hashOf(session: Session, given: string): Promise<string> {
  if (!/^[0-9a-f]{8,64}$/.test(given))
    return createHash('sha256')
      .update(await readText(given))
      .digest('hex');
  const { rows } = await askJson(session, '/api/policies', policyList);
  const meant = rows.map(({ policy }) => policy.hash).filter((hash) => hash.startsWith(given));
  const [only, ...more] = meant;
  if (only === undefined) throw badInput(`No policy on the list has a hash that starts with ${given}.`);
  if (more.length > 0) throw badInput(`Several policies on the list have a hash that starts with ${given}.`);
  return only;
}

function inWords({ own, rows, names }: PolicyList): string {
  const by = (act: { at: string; by: string }): string => `${readable(act.at)} by ${names[act.by] ?? act.by}`;
  return table(
    ['POLICY', 'HASH', 'IS', 'SINCE', 'REASON'],
    [
      [`${own.name} ${own.version}`, own.hash.slice(0, 16), painted(paint.green('own')), '', 'the installation’s own'],
      ...rows.map(({ policy, listed, delisted }) => [
        `${policy.name} ${policy.version}`,
        policy.hash.slice(0, 16),
        delisted === undefined ? painted(paint.green('allowed')) : painted(paint.yellow('taken off')),
        by(delisted ?? listed),
        (delisted ?? listed).reason,
      ]),
    ],
  );
}
