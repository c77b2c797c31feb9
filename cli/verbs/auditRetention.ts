import type { Command } from 'commander';
import { type CustodyLog, custodyLog, type RetentionPage, retentionPage } from '../../contract/custody.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { paint, painted, say, show, table } from '../lib/print.js';

/** `drawbridge audit retention`: what is kept until when, what is due, what is held and why. */
export function addAuditRetention(audit: Command): void {
  const verb = addPaging(
    audit
      .command('retention')
      .description(
        'closed cases and cases under a legal hold: kept until when, what is due for deletion, what is held',
      ),
  ).action(async (_: unknown, command: Command) => {
    const { limit, cursor } = optionsOf<ListOptions>(command);
    const { globals, session } = await workOf(command, { reads: true });
    const page = await askJson(session, '/api/retention', retentionPage, { query: { limit, cursor } });
    show(globals.json, page, () => inWords(page));
  });
  withExamples(verb, 'audit retention', 'audit retention --json');
}

function inWords({ rows, nextCursor }: RetentionPage): string {
  if (rows.length === 0) return 'No case is closed and none is under a legal hold.';
  const body = rows.map(({ caseId, vendor, closedAt, keptUntil, due, holds }) => [
    caseId,
    vendor,
    closedAt?.slice(0, 10),
    keptUntil?.slice(0, 10),
    due ? painted(paint.yellow('due for deletion')) : holds.length > 0 ? 'held' : 'kept',
    holds.map((one) => `${one.hold}: ${one.reason}`).join('; '),
  ]);
  return [table(['CASE', 'VENDOR', 'CLOSED', 'KEPT UNTIL', 'IS', 'HOLDS'], body), ...moreLine(nextCursor)].join('\n');
}

/** `drawbridge audit custody`: the log of holds, erasures, tokens and listed policies. */
export function addAuditCustody(audit: Command): void {
  const verb = audit
    .command('custody')
    .description('the log of legal holds, erasures, tokens and listed policies, and whether its chain holds')
    .action(async (_: unknown, command: Command) => {
      const { globals, session } = await workOf(command, { reads: true });
      for (let afterSeq = 0; ; ) {
        const page = await askJson(session, '/api/custody', custodyLog, { query: { afterSeq } });
        const last = page.rows.at(-1);
        if (globals.json || last === undefined) {
          show(globals.json, page, () => chainInWords(page));
          return;
        }
        say(custodyTable(page));
        afterSeq = last.seq;
      }
    });
  withExamples(verb, 'audit custody', 'audit custody --json');
}

function custodyTable({ rows }: CustodyLog): string {
  const body = rows.map(
    ({ seq, at, actor, fact: { type, caseId, person, policy, reason, withoutClaim, code }, hash }) => [
      seq,
      at.slice(0, 16),
      type,
      String(caseId ?? person ?? policyOf(policy)),
      actor.role,
      String(reason ?? withoutClaim ?? code ?? ''),
      painted(paint.dim(hash.slice(0, 12))),
    ],
  );
  return table(['ENTRY', 'AT (UTC)', 'FACT', 'OF', 'BY', 'REASON', 'HASH'], body);
}

/** The first digits of a policy's hash, where the entry is about one. */
const policyOf = (policy: unknown): string =>
  typeof policy === 'object' && policy !== null && 'hash' in policy ? String(policy.hash).slice(0, 16) : '';

const chainInWords = ({ chain }: CustodyLog): string =>
  chain.ok
    ? `The chain holds: ${chain.head.seq} entries, head ${chain.head.hash.slice(0, 16) || 'none'}.`
    : paint.red(`The chain is broken at entry ${chain.brokenSeq}.`);
