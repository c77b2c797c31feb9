import { z } from 'zod';
import type { CompilePlan } from '../activities/recompilePlan.js';
import type { Opening, PolicyReader } from '../api/parts.js';
import type { Plan } from '../domain/case/plan.js';
import type { Day } from '../domain/time.js';
import { parseCaseFile, peopleOf } from '../policy/caseFile.js';
import { compilePlan } from '../policy/compilePlan.js';
import { ConditionError } from '../policy/condition.js';
import { draftCase } from '../policy/draftCase.js';
import { checkPlanFit } from '../policy/fit.js';
import { formSchema } from '../policy/forms.js';
import { intakeOf } from '../policy/intakeOf.js';
import { loadPolicy, policyHash } from '../policy/loadPolicy.js';
import { planUnder } from '../policy/planUnder.js';
import { parsePolicy } from '../policy/policyFile.js';
import type { Policy } from '../policy/policySchema.js';
import { caseFileJsonSchema } from '../policy/schemas.js';

/** What an installation does with policies: reads and checks them for the API, compiles them again for a worker. */
export type PolicyWork = { reader: PolicyReader; compilePlan: CompilePlan };

/** The policy work of this installation; `policyText` left out: the policy that comes with it. Throws when that one cannot be used. */
export function loadPolicyWork(policyText: string = loadPolicy()): PolicyWork {
  const checked = parsePolicy(policyText);
  if (!checked.ok)
    throw new Error(`The policy of this installation cannot be used: ${checked.faults[0]?.message ?? ''}`);
  // Read once: a file is checked again with every answer that somebody gives.
  const parsedOf = (text: string) => (text === policyText ? checked : parsePolicy(text));
  return {
    reader: {
      own: nameOf(checked.policy, policyText),
      check(text) {
        const parsed = parsePolicy(text);
        return parsed.ok ? { ok: true, policy: nameOf(parsed.policy, text) } : parsed;
      },
      read: (caseFileText, own = policyText) => read(caseFileText, own, parsedOf(own)),
      draft: (caseFileText, today, own = policyText) => draft(caseFileText, today, own, parsedOf(own)),
      caseFileSchema: caseFileJsonSchema,
      parsed(text = policyText) {
        const parsed = parsePolicy(text);
        return parsed.ok ? { ok: true, policy: parsed.policy, hash: policyHash(text), text } : parsed;
      },
      planUnder,
      figures(text, controlId) {
        const parsed = parsePolicy(text);
        return parsed.ok ? (parsed.policy.controls[controlId]?.numbers ?? {}) : {};
      },
      formSchema: (shape) => z.toJSONSchema(formSchema(shape), { io: 'input', unrepresentable: 'any' }),
    },
    compilePlan(text, intake, model) {
      const parsed = parsePolicy(text);
      if (!parsed.ok) throw new Error('The policy cannot be read by this version.');
      return compilePlan({ policy: parsed.policy, hash: policyHash(text) }, intake, model);
    },
  };
}

const nameOf = ({ name, version }: Policy, text: string): Plan['policy'] => ({ name, version, hash: policyHash(text) });

type ParsedPolicy = ReturnType<typeof parsePolicy>;

function read(caseFileText: string, policyText: string, policy: ParsedPolicy): Opening {
  if (!policy.ok) return { ok: false, of: 'policy', faults: policy.faults };
  const parsed = parseCaseFile(caseFileText);
  if (!parsed.ok) return { ok: false, of: 'caseFile', faults: parsed.faults };
  const { file } = parsed;
  const compile = (personIdOf: (email: string) => string) => {
    const intake = intakeOf(file, personIdOf);
    return { intake, plan: compilePlan({ policy: policy.policy, hash: policyHash(policyText) }, intake) };
  };
  try {
    // A condition can be well formed and still fail on this intake: told now, before anything is kept.
    const found = checkPlanFit(file, compile((email) => email).plan);
    if (found.length > 0) return { ok: false, of: 'caseFile', faults: found.map(parsed.locate) };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return { ok: false, of: 'policy', faults: [policy.locate(error)] };
  }
  return { ok: true, policyText, people: peopleOf(file), compile };
}

function draft(
  caseFileText: string,
  today: Day,
  policyText: string,
  policy: ParsedPolicy,
): ReturnType<PolicyReader['draft']> {
  if (!policy.ok) return { ok: false, faults: policy.faults };
  const whole = read(caseFileText, policyText, policy);
  if (!whole.ok && whole.of === 'policy') return { ok: false, faults: whole.faults };
  try {
    const drafted = draftCase(caseFileText, { policy: policy.policy, hash: policyHash(policyText) }, today);
    return { ok: true, faults: whole.ok ? [] : whole.faults, ...drafted };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return { ok: false, faults: [policy.locate(error)] };
  }
}
