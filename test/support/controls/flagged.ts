import type { Flag } from '../../../domain/case/state.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import type { Said } from '../../../domain/say.js';
import { assess, NOW, sceneOf, type World } from './scene.js';

/** A red flag that the engine raised, or a changed one. */
export const flag = (id: string, change: Partial<Flag> = {}): Flag => ({
  id,
  status: 'open',
  raisedBy: 'system',
  reason: 'It does not do.',
  raisedAt: NOW,
  ...change,
});

/** What a red flag says while these stand raised. */
export const judge = (id: string, ...flags: Flag[]) =>
  assess(id, {
    state: { flags: Object.fromEntries(flags.map((f) => [f.person === undefined ? f.id : `${f.id}:${f.person}`, f])) },
  });

/** What the record of a world raises a red flag for. */
export function raisedIn(id: string, world: World): { person?: string; reason: Said }[] {
  const { state, now } = sceneOf(id, world);
  return CONTROLS[id]?.raisedBy?.(state, now) ?? [];
}
