import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
  IconLock,
  IconLockOpen,
  IconMinus,
  IconShieldOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type Look = { word: string; colour: string; icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }> };

const LOOKS = {
  met: { word: 'Met', colour: 'var(--met)', icon: IconCircleCheck },
  open: { word: 'Open', colour: 'var(--open)', icon: IconCircleDashed },
  late: { word: 'Late', colour: 'var(--late)', icon: IconAlertTriangle },
  refused: { word: 'Refused', colour: 'var(--refused)', icon: IconBan },
  waived: { word: 'Waived', colour: 'var(--waived)', icon: IconShieldOff },
  waiting: { word: 'Waiting', colour: 'var(--quiet)', icon: IconClockHour4 },
  'not-applicable': { word: 'Does not apply', colour: 'var(--quiet)', icon: IconMinus },
  access: { word: 'Has access', colour: 'var(--met)', icon: IconLockOpen },
  closed: { word: 'No access', colour: 'var(--quiet)', icon: IconLock },
} satisfies Record<string, Look>;

export type StateName = keyof typeof LOOKS;

/** A state by colour, icon and word; `word` says it in the words of its place. */
export function State({ is, word }: { is: StateName; word?: string }) {
  const { word: usual, colour, icon: Icon } = LOOKS[is];
  return (
    <span className="state" style={{ color: colour }}>
      <Icon size={16} aria-hidden />
      {word ?? usual}
    </span>
  );
}
