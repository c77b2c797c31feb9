import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseCaseFile } from '../policy/caseFile.js';
import type { CaseFile } from '../policy/caseSchema.js';
import { loadPolicy } from '../policy/loadPolicy.js';
import { parsePolicy } from '../policy/policyFile.js';
import { patched, withPolicies } from './policyPatch.js';
import { parseFragment, parseScenario, type Scenario, type Step } from './schema.js';
import { WrongFile, wrongFile } from './wrongFile.js';

/** Everything that a scenario names, read and checked. */
export type Loaded = {
  file: string;
  scenario: Scenario;
  steps: Step[];
  caseText: string;
  caseFile: CaseFile;
  /** The second case, where the scenario has one. */
  beside?: LoadedCase;
  policyText?: string;
};

/** The file of a case, as it is sent and as it is read. */
export type LoadedCase = { caseText: string; caseFile: CaseFile };

/** How deep files of steps may play one another. */
const DEEPEST = 5;

/** Reads a scenario with everything that it names; throws {@link WrongFile} on the first file that is wrong. */
export async function loadScenario(file: string, policyFile?: string): Promise<Loaded> {
  const read = parseScenario(await textOf(file));
  if (!read.ok) throw new WrongFile(file, read.faults);
  const { scenario } = read;
  const beside = (name: string): string => resolve(dirname(file), name);
  const main = await caseOf(beside(scenario.case));
  const second = scenario.beside === undefined ? undefined : await caseOf(beside(scenario.beside));
  const policy = policyFile ?? (scenario.policy === undefined ? undefined : beside(scenario.policy));
  const given = policy === undefined ? undefined : await textOf(policy);
  const changed = scenario.numbers !== undefined || scenario.stages !== undefined;
  const policyText = changed ? patched(given ?? loadPolicy(), scenario, file) : given;
  if (policyText !== undefined) {
    const checked = parsePolicy(policyText);
    if (!checked.ok) throw new WrongFile(policy ?? file, checked.faults);
  }
  const steps = withPolicies(await unfold(scenario.steps, file, 0), policyText ?? loadPolicy(), file);
  if (second === undefined && steps.some(isBeside))
    throw wrongFile(file, 'A step is `in: beside`, but the scenario names no second case (`beside`).');
  return {
    ...{ file, scenario, steps, ...main },
    ...(second === undefined ? {} : { beside: second }),
    ...(policyText === undefined ? {} : { policyText }),
  };
}

/** True for a step of the second case. */
export const isBeside = (step: Step): boolean => 'in' in step && step.in === 'beside';

async function caseOf(file: string): Promise<LoadedCase> {
  const caseText = await textOf(file);
  const parsed = parseCaseFile(caseText);
  if (!parsed.ok) throw new WrongFile(file, parsed.faults);
  return { caseText, caseFile: parsed.file };
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
    if (depth >= DEEPEST) throw wrongFile(name, 'Files of steps play one another in a circle.');
    const read = parseFragment(await textOf(name));
    if (!read.ok) throw new WrongFile(name, read.faults);
    const played = await unfold(read.steps, name, depth + 1);
    const [first, ...rest] = step.in === undefined ? played : played.map(inBeside);
    if (first === undefined) continue;
    out.push('every' in first ? first : { ...first, at: step.at ?? first.at }, ...rest);
  }
  return out;
}

const inBeside = (step: Step): Step => ('world' in step ? step : { ...step, in: 'beside' });

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw wrongFile(file, 'There is no such file, or it cannot be read.');
  }
}
