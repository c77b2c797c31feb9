import type { Loaded } from '../../../rehearsal/load.js';
import type { Step } from '../../../rehearsal/schema.js';

/** How far a scenario is played: the steps of these days, or those before an approval is first decided. */
export type Until = { day: number } | { decided: string };

/** A scenario without what comes later, and without what it expects on the way. */
export function cut(loaded: Loaded, until: Until): Loaded {
  const acts = loaded.steps.filter((step) => !('expect' in step));
  const steps = 'day' in until ? throughDay(acts, until.day) : beforeDecision(acts, until.decided);
  return { ...loaded, steps };
}

function beforeDecision(steps: Step[], approval: string): Step[] {
  const at = steps.findIndex((step) => 'do' in step && JSON.stringify(step.do).includes(`"approval":"${approval}"`));
  return at < 0 ? steps : steps.slice(0, at).filter((step) => !('every' in step));
}

function throughDay(steps: Step[], day: number): Step[] {
  const past = steps.findIndex(
    (step) => !('every' in step) && Number(/^day (\d+) /.exec(step.at ?? '')?.[1] ?? 0) > day,
  );
  return (past < 0 ? steps : steps.slice(0, past)).flatMap((step) => {
    if (!('every' in step)) return [step];
    return step.from > day ? [] : [{ ...step, to: Math.min(step.to, day) }];
  });
}
