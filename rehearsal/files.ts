import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../store/contract.js';
import type { PlayedCase } from './caseInPlay.js';
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
  ledger: VerifiedLedger;
  /** The second case, where the scenario has one. */
  beside?: { caseId: string; ledger: VerifiedLedger };
  wallSeconds: number;
};

type VerifiedLedger = { rows: number; verified: boolean; head: string };

async function verifiedLedger(store: Store, { caseId, rows }: PlayedCase): Promise<VerifiedLedger> {
  const found = await store.ledger.verify(caseId);
  return { rows: rows.length, verified: found.ok && found.stateMatches, head: rows.at(-1)?.hash ?? '' };
}

/** Sums a rehearsal up; the ledgers are verified first. */
export async function summarize(played: Played, title: string, store: Store, startedAtMs: number): Promise<Summary> {
  const { caseId, rows, verdicts, beside } = played;
  const ledger = await verifiedLedger(store, played);
  const its = beside && { caseId: beside.caseId, ledger: await verifiedLedger(store, beside) };
  const [first] = rows;
  const last = rows[rows.length - 1];
  const count = (type: string): number => rows.filter((r) => r.event.type === type).length;
  return {
    title,
    caseId,
    ok: played.ok && ledger.verified && its?.ledger.verified !== false,
    met: verdicts.filter((v) => v.met).length,
    notMet: verdicts.filter((v) => !v.met).map(({ at, expected, found }) => ({ at, expected, found })),
    days: first && last ? Math.round((Date.parse(last.at) - Date.parse(first.at)) / 86_400_000) : 0,
    facts: rows.length,
    providerRequests: played.providerRequests,
    letters: count('LetterAccepted'),
    refusals: count('DecisionRefused'),
    ledger,
    ...(its && { beside: its }),
    wallSeconds: Math.round((Date.now() - startedAtMs) / 100) / 10,
  };
}

/** Writes what came of a rehearsal into a folder: report and certificate as HTML and JSON, ledger.jsonl, summary.json; of a second case into `beside`. */
export async function writeFiles(folder: string, played: Played, summary: Summary, store: Store): Promise<void> {
  await writeCase(folder, played.stage.apiUrl, played, store);
  if (played.beside !== undefined) await writeCase(join(folder, 'beside'), played.stage.apiUrl, played.beside, store);
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}

async function writeCase(folder: string, apiUrl: string, { caseId, cast }: PlayedCase, store: Store): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { token } = await cast.player('procurement');
  const base = `${apiUrl}/api/cases/${caseId}`;
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
  for await (const line of store.ledger.exportLines(caseId)) lines.push(line.endsWith('\n') ? line : `${line}\n`);
  await writeFile(join(folder, 'ledger.jsonl'), lines.join(''));
}
