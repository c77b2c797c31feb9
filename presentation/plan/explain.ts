import { IN_FORCE, type Plan, type PlannedControl } from '../../domain/case/plan.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { bindingInWords } from '../words/binding.js';
import { wordsOf, wordsOfAll } from '../words/words.js';

/** One control of a compiled plan, in words. */
export type ExplainedControl = {
  id: string;
  title: string;
  applies: boolean;
  why: string;
  /** What it holds or when it is due. */
  binds: string;
  stage: string;
  /** Who supplies it. */
  owner: string;
  /** Who decides: the gate of its stage, or who may waive it. */
  decides: string;
  by: string;
  waiver: string;
};

/** A compiled plan as people read it. */
export type Explanation = {
  policy: Plan['policy'];
  model: Omit<Plan['model'], 'reasons'> & { reasons: string[] };
  stages: { id: string; after: string[]; decides: string; escalatesTo: string; notBeforeDay?: number }[];
  controls: ExplainedControl[];
};

/** A gate that nobody has to decide. */
const BY_ITSELF = 'opens by itself';
const NOTHING = '–';

/** Says for every control of a plan why it applies or not, what it holds, who decides, and by when. */
export function explainPlan(plan: Plan): Explanation {
  return {
    policy: plan.policy,
    model: { ...plan.model, reasons: wordsOfAll(plan.model.reasons) },
    stages: plan.stages.map((s) => ({
      id: s.id,
      after: s.after,
      decides: decidersOf(plan, s.id),
      escalatesTo: s.escalateTo,
      ...(s.notBeforeDay === undefined ? {} : { notBeforeDay: s.notBeforeDay }),
    })),
    controls: Object.values(plan.controls).map((c) => explained(plan, c)),
  };
}

function explained(plan: Plan, control: PlannedControl): ExplainedControl {
  const { id, applies, why = IN_FORCE, binding, stage, owner, waivableBy = [], waiverMaxDays = 0 } = control;
  return {
    id,
    title: CONTROLS[id]?.title ?? id,
    applies,
    why: wordsOf(why),
    binds: bindsInWords(control),
    stage,
    owner,
    decides:
      binding.kind === 'deal-breaker' ? binding.clearedBy : binding.kind === 'gate' ? decidersOf(plan, stage) : NOTHING,
    by: byWhen(plan, control),
    waiver: CONTROLS[id]?.locked
      ? 'nobody: locked'
      : waivableBy.length === 0
        ? 'nobody'
        : `${waivableBy.join(' or ')}, ${waiverMaxDays} days at most`,
  };
}

function decidersOf(plan: Plan, stage: string): string {
  const deciders = plan.stages.find((s) => s.id === stage)?.deciders ?? [];
  return deciders.length === 0
    ? BY_ITSELF
    : deciders.map((d) => (d.quorum === 1 ? d.role : `${d.quorum} × ${d.role}`)).join(' and ');
}

function bindsInWords({ binding, path }: PlannedControl): string {
  const words = bindingInWords(binding);
  return path === undefined ? words : `${words} (one of path ${path})`;
}

function byWhen(plan: Plan, { binding, behind = [] }: PlannedControl): string {
  const after = behind.length === 0 ? '' : `, behind ${behind.join(', ')}`;
  if (binding.kind === 'track' || binding.kind === 'checkpoint') return `day ${binding.day}${after}`;
  return binding.kind === 'gate' ? `${plan.numbers.taskHours} business hours${after}` : NOTHING;
}

/** The explanation as plain text: the model, the gates, then two or three lines a control. */
export function explanationText({ policy, model, stages, controls }: Explanation): string {
  return [
    `Policy ${policy.name}, version ${policy.version} (${policy.hash.slice(0, 12)})`,
    '',
    `Engagement model: ${model.recommended} is recommended; the intake asks for ${model.wanted}.`,
    ...model.reasons.map((r) => `  - ${r}`),
    '',
    'Gates',
    ...stages.map((s) => `  ${s.id.padEnd(18)} ${gateInWords(s)}`),
    '',
    'Controls',
    ...controls.flatMap((c) => [`  ${c.id.padEnd(5)} ${c.title}`, ...controlLines(c).map((line) => `        ${line}`)]),
    '',
  ].join('\n');
}

function gateInWords({ decides, escalatesTo, notBeforeDay }: Explanation['stages'][number]): string {
  const day = notBeforeDay === undefined ? '' : `, not before day ${notBeforeDay}`;
  return decides === BY_ITSELF ? `${decides}${day}` : `${decides}${day}; when nobody answers, ${escalatesTo}`;
}

function controlLines(c: ExplainedControl): string[] {
  if (!c.applies) return [`does not apply: ${c.why}`];
  const parts = [
    c.binds,
    `owner: ${c.owner}`,
    ...(c.decides === NOTHING ? [] : [c.decides === BY_ITSELF ? `its gate ${c.decides}` : `decided by ${c.decides}`]),
    ...(c.by === NOTHING ? [] : [`due: ${c.by}`]),
    `may be waived by ${c.waiver}`,
  ];
  return [parts.join('; '), c.why];
}
