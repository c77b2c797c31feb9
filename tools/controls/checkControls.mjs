// Arguments: ids of controls, default all. Prints id → policy entry → tests for every control, and proves the tests: each control is disabled in turn and its test must turn red.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { CONTROL_FILES, ROOT } from './ids.mjs';

const wanted = process.argv.slice(2);
const missing = wanted.filter((id) => !CONTROL_FILES.some((c) => c.id === id));
if (missing.length > 0) throw new Error(`Unknown control ${missing.join(', ')}. Use ids of docs/controls.md.`);
const checked = CONTROL_FILES.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

const POLICY = 'policy/default.yaml';

/** Line of each control's entry in the default policy. */
function policyLines() {
  if (!existsSync(join(ROOT, POLICY))) return new Map();
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(join(ROOT, POLICY), 'utf8'), { lineCounter });
  const controls = document.get('controls', true);
  if (!isMap(controls)) throw new Error(`${POLICY} has no map of controls`);
  return new Map(
    controls.items.flatMap(({ key }) => (isScalar(key) ? [[key.value, lineCounter.linePos(key.range[0]).line]] : [])),
  );
}

/** Runs every control's tests as they are, and once more with that control disabled. */
function runTests() {
  const dir = mkdtempSync(join(tmpdir(), 'controls-'));
  const file = join(dir, 'result.json');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', join(ROOT, 'tools/controls/vitest.config.mjs')];
  const files = wanted.map((id) => `/${id}.test.ts`);
  const { stderr } = spawnSync(process.execPath, [...args, ...files], {
    env: { ...process.env, CONTROLS_RESULT: file },
    encoding: 'utf8',
  });
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`the tests did not run: ${stderr}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What is wrong with the proof of one control; empty when it stands. */
function faultsOf(id, line, asItIs, disabled) {
  const titles = asItIs?.tests.map((t) => t.title) ?? [];
  const red = disabled?.tests.filter((t) => t.status === 'failed') ?? [];
  const faults = [];
  if (line === undefined) faults.push(`no entry in ${POLICY}`);
  for (const word of ['refused', 'met'])
    if (!titles.some((t) => t.startsWith(`${id} is ${word} `))) faults.push(`no test titled "${id} is ${word} …"`);
  if (asItIs?.broken || asItIs?.tests.some((t) => t.status !== 'passed')) faults.push('its test is not green as it is');
  if (disabled?.broken) faults.push(`its test cannot run with the control disabled: ${disabled.broken}`);
  else if (!red.some((t) => t.title.startsWith(`${id} is refused `)))
    faults.push('its test stays green with the control disabled');
  return faults;
}

const lines = policyLines();
const results = runTests();
let failed = 0;
for (const { area, id } of checked) {
  const asItIs = results.find((r) => r.project === 'as it is' && r.id === id);
  const disabled = results.find((r) => r.project === 'disabled' && r.id === id);
  const line = lines.get(id);
  const faults = faultsOf(id, line, asItIs, disabled);
  const red = disabled?.tests.filter((t) => t.status === 'failed').length ?? 0;
  console.log(
    `${id}  domain/controls/${area}/${id}.ts → ${line === undefined ? 'no policy entry' : `${POLICY}:${line}`}`,
  );
  for (const t of asItIs?.tests ?? []) console.log(`      ${t.status === 'passed' ? '✓' : '✗'} ${t.title}`);
  console.log(
    faults.length === 0 ? `      proven: ${red} red when disabled` : `      NOT PROVEN: ${faults.join('; ')}`,
  );
  if (faults.length > 0) failed += 1;
}
const unknown = [...lines.keys()].filter((id) => !CONTROL_FILES.some((c) => c.id === id));
if (unknown.length > 0) console.log(`The policy names ${unknown.join(', ')}, which no code stands for.`);
console.log(`${checked.length} controls, ${checked.length - failed} proven.`);
process.exitCode = failed > 0 || unknown.length > 0 ? 1 : 0;
