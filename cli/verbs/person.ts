import type { Command } from 'commander';
import { type ErasedPerson, erasedPerson } from '../../contract/erasure.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { heading, show, table } from '../lib/print.js';

/** `drawbridge person`: what is done about a person across all cases. */
export function addPerson(program: Command): void {
  const group = program.command('person').description("erase a person's data (compliance, privacy, operator)");
  const verb = group
    .command('erase <person>')
    .description("destroy a person's key, so that nobody can read name, address and account any more; for good")
    .requiredOption('--reason <text>', 'why; without naming the person')
    .action(async (person: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const { globals, session } = await workOf(command, { role: 'compliance' });
      const key = globals.key === undefined ? {} : { key: globals.key };
      const answer = await askJson(session, '/api/erasures', erasedPerson, { body: { person, reason }, ...key });
      show(globals.json, answer, () => inWords(answer));
    });
  withExamples(
    verb,
    'person erase ewa.lis@vendor.example --reason "Request of 3 May under Art. 17 GDPR"',
    'person erase p-aaaaaaaaaaaaaaaa --reason "Past the years to be kept" --as operator',
  );
}

function inWords({ person, keyDestroyed, receipt, kept, deletedTexts, grounds }: ErasedPerson): string {
  const entries = kept.entries.map((entry) => [
    entry.caseId,
    entry.seq,
    entry.event,
    entry.named,
    entry.hash.slice(0, 12),
  ]);
  const texts = kept.texts.map((text) => [
    text.textHash.slice(0, 12),
    text.caseIds.join(', '),
    text.keptUntil?.slice(0, 10) ?? 'the case is not closed',
  ]);
  const used = [...new Set(kept.entries.map((entry) => entry.named)), ...(texts.length > 0 ? (['text'] as const) : [])];
  return [
    keyDestroyed ? `${person} is erased.` : `${person} was erased before.`,
    `Custody entry ${receipt.seq}, ${receipt.at}. Texts deleted: ${deletedTexts.length}.`,
    ...(entries.length > 0
      ? [heading('Ledger entries kept'), table(['CASE', 'ENTRY', 'FACT', 'NAMED', 'HASH'], entries)]
      : []),
    ...(texts.length > 0 ? [heading('Texts kept'), table(['TEXT', 'CASES', 'UNTIL'], texts)] : []),
    ...(used.length > 0 ? [heading('Grounds'), ...used.map((name) => `${name}: ${grounds[name]}`)] : []),
  ].join('\n');
}
