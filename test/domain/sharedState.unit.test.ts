import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Something at the top of a module that can be filled or set later. */
const KEPT =
  /^(?:export )?(?:let|var|const) (\w+).* = (?:(?:new (?:Weak)?(?:Map|Set)\b[^(]*\(\)|memory<.*>\(\)|\[\]|\{\});|byPlan\()|^(?:export )?(?:let|var) (\w+)/gm;

/** Answers of pure functions, by what was asked: every case may have them. */
const MEMORIES = [
  'domain/access/desiredAccess.ts: answers',
  'domain/access/desiredAccess.ts: isRegionBound',
  'domain/access/desiredAccess.ts: ofPerson',
  'domain/access/gates.ts: holdings',
  'domain/approvals/content.ts: answers',
  'domain/approvals/stages.ts: holders',
  'domain/case/stored.ts: hashes',
  'domain/clocks/businessTime.ts: sums',
  'domain/clocks/sharedHours.ts: answered',
  'domain/controls/cited.ts: known',
  'domain/controls/fingerprint.ts: known',
  'domain/controls/form.ts: known',
  'domain/controls/formHash.ts: known',
  'domain/controls/judge.ts: assessments',
  'domain/controls/register/disagreements.ts: kept',
  'domain/controls/register/register.ts: known',
  'domain/flags/flags.ts: plannedFlags',
  'domain/hash.ts: lately',
  'domain/tasks/clockwork.ts: known',
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
