import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../store/contract.js';
import { ask, sentenceOf } from './http.js';
import type { Played } from './player.js';

/** What came of a rehearsal, as `summary.json` holds it (docs/scenarios.md). */
export type Summary = {
  title: string;
  caseId: string;
  ok: boolean;
  met: number;
  notMet: { at: string; expected: string; found: string }[];
  days: number;
  facts: number;
  providerRequests: number;
  letters: number;
  refusals: number;
  ledger: { rows: number; verified: boolean; head: string };
  wallSeconds: number;
};

/** Sums a rehearsal up; the ledger is verified first. */
export async function summarize(played: Played, title: string, store: Store, startedAtMs: number): Promise<Summary> {
  const { caseId, rows, verdicts } = played;
  const verified = await store.ledger.verify(caseId);
  const [first] = rows;
  const last = rows[rows.length - 1];
  const count = (type: string): number => rows.filter((r) => r.event.type === type).length;
  return {
    title,
    caseId,
    ok: played.ok && verified.ok && verified.stateMatches,
    met: verdicts.filter((v) => v.met).length,
    notMet: verdicts.filter((v) => !v.met).map(({ at, expected, found }) => ({ at, expected, found })),
    days: first && last ? Math.round((Date.parse(last.at) - Date.parse(first.at)) / 86_400_000) : 0,
    facts: rows.length,
    providerRequests: played.providerRequests,
    letters: count('LetterAccepted'),
    refusals: count('DecisionRefused'),
    ledger: { rows: rows.length, verified: verified.ok && verified.stateMatches, head: last?.hash ?? '' },
    wallSeconds: Math.round((Date.now() - startedAtMs) / 100) / 10,
  };
}

/** Writes report and certificate as HTML and JSON, ledger.jsonl and summary.json into a folder. */
export async function writeFiles(folder: string, played: Played, summary: Summary, store: Store): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { token } = await played.cast.player('procurement');
  const base = `${played.stage.apiUrl}/api/cases/${played.caseId}`;
  for (const [name, path] of [
    ['report.html', 'report.html'],
    ['report.json', 'report'],
    ['certificate.html', 'certificate.html'],
    ['certificate.json', 'certificate'],
  ] as const) {
    const answer = await ask(`${base}/${path}`, token);
    if (answer.status >= 400) throw new Error(`${name} was not written: ${sentenceOf(answer)}`);
    await writeFile(
      join(folder, name),
      typeof answer.body === 'string' ? answer.body : `${JSON.stringify(answer.body, null, 2)}\n`,
    );
  }
  const lines: string[] = [];
  for await (const line of store.ledger.exportLines(played.caseId))
    lines.push(line.endsWith('\n') ? line : `${line}\n`);
  await writeFile(join(folder, 'ledger.jsonl'), lines.join(''));
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}
