import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Something at the top of a module that can be filled or set later. */
const KEPT =
  /^(?:export )?(?:let|var|const) (\w+).* = (?:(?:new (?:Weak)?(?:Map|Set)\b[^(]*\(\)|memory<.*>\(\)|\[\]|\{\});|(?:byIdentity|lately)\()|^(?:export )?(?:let|var) (\w+)/gm;

/** Answers of pure functions, by what was asked: every case may have them. */
const MEMORIES = [
  'domain/access/desiredAccess.ts: answers',
  'domain/access/desiredAccess.ts: isRegionBound',
  'domain/access/desiredAccess.ts: ofPerson',
  'domain/access/gates.ts: holdings',
  'domain/approvals/content.ts: answers',
  'domain/approvals/stages.ts: holders',
  'domain/cadence/clockwork.ts: meetsAfter',
  'domain/case/memo.ts: looks',
  'domain/case/stored.ts: hashes',
  'domain/clocks/businessTime.ts: instants',
  'domain/clocks/businessTime.ts: localDays',
  'domain/clocks/businessTime.ts: sums',
  'domain/clocks/sharedHours.ts: answered',
  'domain/controls/cited.ts: known',
  'domain/controls/company.ts: comparable',
  'domain/controls/company.ts: wordsIn',
  'domain/controls/days.ts: monthSums',
  'domain/controls/fingerprint.ts: fingerprintOf',
  'domain/controls/form.ts: known',
  'domain/controls/formHash.ts: answersHashOf',
  'domain/controls/formHash.ts: asRecorded',
  'domain/controls/judge.ts: assessments',
  'domain/controls/register/disagreements.ts: disagreementsOf',
  'domain/controls/register/register.ts: registerOf',
  'domain/flags/flags.ts: plannedFlags',
  'domain/hash.ts: lastHashes',
  'domain/tasks/clockwork.ts: textOf',
];

test('no module of a case keeps anything of a case, since all cases of a worker share it (ADR 17)', () => {
  const files = ['domain', 'workflows'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const kept = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(KEPT)].map(([, name, set]) => `${file}: ${name ?? set}`),
  );
  expect(kept.sort()).toEqual(MEMORIES);
});
