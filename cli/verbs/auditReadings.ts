import type { Command } from 'commander';
import { type ReadsPage, readsPage } from '../../contract/reads.js';
import { READ_KINDS } from '../../domain/audit/reads.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { safe, show, table } from '../lib/print.js';

type Options = ListOptions & { case?: string; person?: string; kind?: string; from?: string; to?: string };

/** `drawbridge audit readings`: who read what. */
export function addAuditReadings(audit: Command): void {
  const verb = addPaging(
    audit
      .command('readings')
      .description('who of the client read which story, report, certificate, document, population or export, and when')
      .option('--case <id>', 'of this case')
      .option('--person <person>', 'by this person, by address or id')
      .option('--kind <kind>', `one of ${READ_KINDS.join(', ')}`)
      .option('--from <day>', 'first day, in UTC')
      .option('--to <day>', 'last day, included'),
  ).action(async (_: unknown, command: Command) => {
    const { limit, cursor, person, kind, from, to, case: ofCase } = optionsOf<Options>(command);
    const { globals, session } = await workOf(command, { reads: true });
    const query = { limit, cursor, case: ofCase, person, kind, from, to };
    const page = await askJson(session, '/api/readings', readsPage, { query });
    show(globals.json, page, () => inWords(page));
  });
  withExamples(verb, 'audit readings --from 2026-09-01 --to 2026-09-30', 'audit readings --person olga@client.example');
}

function inWords({ rows, names, nextCursor }: ReadsPage): string {
  if (rows.length === 0) return 'Nothing was read that fits.';
  const body = rows.map(({ at, personId, role, kind, caseTitle, thing, fileName }) => [
    at.slice(0, 16),
    safe(names[personId] ?? personId),
    role,
    kind,
    safe(caseTitle ?? ''),
    safe(fileName ?? thing?.slice(0, 16) ?? ''),
  ]);
  return [table(['AT (UTC)', 'WHO', 'AS', 'READ', 'CASE', 'WHAT'], body), ...moreLine(nextCursor)].join('\n');
}
