import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { parseCaseFile } from '../policy/caseFile.js';
import type { CaseFile } from '../policy/caseSchema.js';
import { loadPolicy } from '../policy/loadPolicy.js';
import type { Fault } from '../policy/located.js';
import { parsePolicy } from '../policy/policyFile.js';
import { parseFragment, parseScenario, type Scenario, type Step } from './schema.js';

/** A file of a rehearsal that cannot be used. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
  constructor(
    readonly file: string,
    readonly faults: Fault[],
  ) {
    super(`${file} cannot be used: ${faults[0]?.message ?? 'it is not readable'}`);
  }
}

/** Everything that a scenario names, read and checked. */
export type Loaded = {
  file: string;
  scenario: Scenario;
  steps: Step[];
  caseText: string;
  caseFile: CaseFile;
  policyText?: string;
};

/** How deep files of steps may play one another. */
const DEEPEST = 5;

/** Reads a scenario with everything that it names; throws {@link WrongFile} on the first file that is wrong. */
export async function loadScenario(file: string, policyFile?: string): Promise<Loaded> {
  const read = parseScenario(await textOf(file));
  if (!read.ok) throw new WrongFile(file, read.faults);
  const { scenario } = read;
  const beside = (name: string): string => resolve(dirname(file), name);
  const caseText = await textOf(beside(scenario.case));
  const parsed = parseCaseFile(caseText);
  if (!parsed.ok) throw new WrongFile(beside(scenario.case), parsed.faults);
  const policy = policyFile ?? (scenario.policy === undefined ? undefined : beside(scenario.policy));
  const given = policy === undefined ? undefined : await textOf(policy);
  const changed = scenario.numbers !== undefined || scenario.stages !== undefined;
  const policyText = changed ? patched(given ?? loadPolicy(), scenario, file) : given;
  if (policyText !== undefined) {
    const checked = parsePolicy(policyText);
    if (!checked.ok) throw new WrongFile(policy ?? file, checked.faults);
  }
  const steps = await unfold(scenario.steps, file, 0);
  return {
    file,
    scenario,
    steps,
    caseText,
    caseFile: parsed.file,
    ...(policyText === undefined ? {} : { policyText }),
  };
}

/** The policy with what the scenario changes in it; throws {@link WrongFile} for what it does not have. */
function patched(text: string, { numbers = {}, stages = {} }: Scenario, file: string): string {
  const document = parseDocument(text);
  const set = (path: (string | number)[], value: unknown, named: string): void => {
    if (!document.hasIn(path))
      throw new WrongFile(file, [{ line: 1, column: 1, path: named, message: `The policy has no ${named}.` }]);
    document.setIn(path, document.createNode(value));
  };
  for (const [id, values] of Object.entries(numbers))
    for (const [name, value] of Object.entries(values))
      set(['controls', id, 'numbers', name, 'value'], value, `numbers.${id}.${name}`);
  const read = parsePolicy(text);
  const order: string[] = read.ok ? read.policy.stages.map((stage) => stage.id) : [];
  for (const [id, fields] of Object.entries(stages))
    for (const [name, value] of Object.entries(fields))
      set(['stages', order.indexOf(id), name], value, `stages.${id}.${name}`);
  return document.toString({ lineWidth: 0 });
}

/** The steps with every file that they play put in its place. */
async function unfold(steps: Step[], file: string, depth: number): Promise<Step[]> {
  const out: Step[] = [];
  for (const step of steps) {
    if (!('play' in step)) {
      out.push(step);
      continue;
    }
    const name = resolve(dirname(file), step.play);
    if (depth >= DEEPEST)
      throw new WrongFile(name, [
        { line: 1, column: 1, path: '', message: 'Files of steps play one another in a circle.' },
      ]);
    const read = parseFragment(await textOf(name));
    if (!read.ok) throw new WrongFile(name, read.faults);
    const [first, ...rest] = await unfold(read.steps, name, depth + 1);
    if (first === undefined) continue;
    out.push('every' in first ? first : { ...first, at: step.at ?? first.at }, ...rest);
  }
  return out;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new WrongFile(file, [
      { line: 1, column: 1, path: '', message: 'There is no such file, or it cannot be read.' },
    ]);
  }
}
