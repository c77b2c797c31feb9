import type { Loaded } from '../../../rehearsal/load.js';
import type { Step } from '../../../rehearsal/schema.js';

/** How far a scenario is played: the steps of these days, or those before an approval is first decided or an act is first tried. */
export type Until = { day: number } | { decided: string } | { before: string };

/** A scenario without what comes later, and without what it expects on the way. */
export function cut(loaded: Loaded, until: Until): Loaded {
  const acts = loaded.steps.filter((step) => !('expect' in step));
  return { ...loaded, steps: 'day' in until ? throughDay(acts, until.day) : beforeAct(acts, textOf(until)) };
}

/** What stands in the act before which it ends. */
const textOf = (until: Exclude<Until, { day: number }>): string =>
  'before' in until ? `{"${until.before}":` : `"approval":"${until.decided}"`;

function beforeAct(steps: Step[], text: string): Step[] {
  const at = steps.findIndex((step) => 'do' in step && JSON.stringify(step.do).includes(text));
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
