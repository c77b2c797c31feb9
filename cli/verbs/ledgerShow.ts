import type { Command } from 'commander';
import { type LedgerPage, ledgerPage } from '../../contract/ledger.js';
import type { StoryEntry } from '../../contract/story.js';
import { lineText } from '../../presentation/facts/line.js';
import { instantText } from '../../presentation/words/dates.js';
import { type Names, withNames } from '../../presentation/words/people.js';
import { caseAt, type Work, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { wholeNumber } from '../lib/numbers.js';
import { say, table } from '../lib/print.js';
import { readStory } from '../lib/story.js';

/** Rows asked for at once. */
const PAGE = 500;

/** `drawbridge ledger show`: every fact of a case, oldest first; in words, or with `--json` as it is kept. */
export function addLedgerShow(ledger: Command): void {
  const verb = ledger
    .command('show <case>')
    .description('show every fact of a case in order: when, who, what')
    .option('--after <number>', 'only facts after this number', wholeNumber)
    .option('--only <fact>', 'only facts of this type, for example DecisionRefused')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { after = 0, only } = optionsOf<{ after?: number; only?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (work.globals.json === true) {
        const { rows, names } = await allRows(work, caseId, after);
        const kept = rows.filter(({ event }) => only === undefined || event.type === only);
        say(JSON.stringify({ rows: kept, names }, null, 2));
        return;
      }
      const { entries, names, zone } = await readStory(work, caseId, {}, after);
      const kept = entries.filter(({ fact }) => only === undefined || fact === only);
      say(inWords(kept, names, zone));
    });
  withExamples(
    verb,
    'ledger show CASE',
    'ledger show CASE --only DecisionRefused',
    'ledger show CASE --after 120 --json',
  );
}

async function allRows(work: Work, caseId: string, after: number): Promise<LedgerPage> {
  const all: LedgerPage = { rows: [], names: {} };
  for (let afterSeq: number | undefined = after; afterSeq !== undefined; ) {
    const page: LedgerPage = await askJson(work.session, caseAt(caseId, 'ledger'), ledgerPage, {
      query: { afterSeq, limit: PAGE },
    });
    all.rows.push(...page.rows);
    Object.assign(all.names, page.names);
    afterSeq = page.nextAfterSeq;
  }
  return all;
}

function inWords(entries: StoryEntry[], names: Names, zone: string): string {
  if (entries.length === 0) return 'No matching facts.';
  const body = entries.map((entry) => [
    entry.seq,
    instantText(entry.at, zone),
    entry.role === 'system' ? 'Drawbridge' : `${names[entry.by] ?? entry.by} (${entry.role.replaceAll('-', ' ')})`,
    entry.fact,
    withNames(lineText(entry), names),
    entry.hash.slice(0, 12),
  ]);
  return table(['NO.', 'WHEN', 'WHO', 'FACT', 'WHAT', 'HASH'], body);
}
