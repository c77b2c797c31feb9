import type { CaseEvent } from '../domain/case/events.js';

/** How a line of the story is marked. */
export type Mark = 'good' | 'bad' | 'note' | 'wait';

/** What a control says now, and why it is not met. */
export function assessed(
  event: Extract<CaseEvent, { type: 'ControlAssessed' }>,
  key: (k: string) => string,
): { mark: Mark; text: string } {
  const { assessment } = event;
  if (assessment.status === 'met')
    return {
      mark: 'good',
      text: `${key(event.key)} is met${assessment.until === undefined ? '' : ` until ${assessment.until.slice(0, 10)}`}`,
    };
  const [why = ''] = assessment.status === 'refused' ? assessment.reasons : assessment.missing;
  return { mark: 'bad', text: key(`${event.key} is ${assessment.status}: ${why}`) };
}
