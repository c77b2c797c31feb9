import type { Role } from '../../case/roles.js';
import type { Beat } from '../../case/state.js';
import type { Assessment } from '../assessment.js';
import { conclude } from '../conclude.js';
import type { Scene } from '../control.js';

/** The latest beat of a control that was either held or missed. */
export function lastBeat({ state, planned }: Scene): Beat | undefined {
  const ended = state.beats.filter((b) => b.id === planned.id && b.status !== 'due');
  return ended.reduce<Beat | undefined>((a, b) => (a === undefined || b.day > a.day ? b : a), undefined);
}

/** Who has to hold the beats of a control. */
const beatOwner = ({ state, planned }: Scene): Role =>
  state.plan.beats.find((b) => b.id === planned.id)?.owner ?? planned.owner;

/**
 * Judges a cadence by its latest beat. The record of each beat is in the ledger, so that a further one held does not
 * change what the control says.
 */
export function judgeBeats(scene: Scene, name: string, lacking: string[] = []): Assessment {
  const { planned } = scene;
  const beat = lastBeat(scene);
  const open = (missing: string[]): Assessment => ({ status: 'open', missing, turn: beatOwner(scene) });
  if (beat === undefined) return open([`No ${name} was held yet.`]);
  if (beat.status === 'missed') return open([`The ${name} of ${beat.day} was missed; hold the next one.`]);
  return lacking.length > 0 ? open(lacking) : conclude(scene, [], [{ restsOn: [`beat:${planned.id}`] }]);
}
