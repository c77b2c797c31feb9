import type { Narration } from '../../contract/story.js';

/** Signs of the marks, for text. */
export const MARK_SIGNS: Record<Narration['mark'], string> = { good: '✓', bad: '✗', wait: '…', note: '·' };

/** What happened and why, in one line. */
export const lineText = ({ text, why }: Pick<Narration, 'text' | 'why'>): string =>
  why === undefined ? text : `${text}. ${why}`;
