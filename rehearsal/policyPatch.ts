import { parseDocument } from 'yaml';
import { z } from 'zod';
import { parsePolicy } from '../policy/policyFile.js';
import type { PolicyPatch, Step } from './schema.js';
import { policyPatch } from './schema.js';
import { WrongFile, wrongFile } from './wrongFile.js';

/** The policy with what a scenario changes in it; throws {@link WrongFile} for what it does not have, or may not have. */
export function patched(text: string, { numbers = {}, stages = {} }: PolicyPatch, file: string): string {
  const document = parseDocument(text);
  const set = (path: (string | number)[], value: unknown, named: string): void => {
    if (!document.hasIn(path)) throw wrongFile(file, `The policy has no ${named}.`, named);
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
  const made = document.toString({ lineWidth: 0 });
  const checked = parsePolicy(made);
  if (!checked.ok) throw new WrongFile(file, checked.faults);
  return made;
}

const proposal = z.looseObject({ policy: policyPatch });

/** The steps with the text of every policy that they propose by what it changes in the policy of the scenario. */
export const withPolicies = (steps: Step[], text: string, file: string): Step[] =>
  steps.map((step) => {
    if (!('do' in step)) return step;
    const acts = [step.do].flat().map((one) => {
      const read = proposal.safeParse(one['propose-policy']);
      if (!read.success) return one;
      return { ...one, 'propose-policy': { ...one['propose-policy'], policy: patched(text, read.data.policy, file) } };
    });
    return { ...step, do: acts };
  });
