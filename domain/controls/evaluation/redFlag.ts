import type { Role } from '../../case/roles.js';
import { say } from '../../say.js';
import { earliest } from '../../time.js';
import { conclude, type Part } from '../conclude.js';
import { type Control, defineFact, type Scene } from '../control.js';

/** What tells one red flag from another; the rest is common to all seven. */
type RedFlag = Pick<
  Control,
  'id' | 'title' | 'risk' | 'nist' | 'locked' | 'raisedFrom' | 'raisedBy' | 'standsUntilCleared' | 'numbers'
> & {
  /** Role that clears it by the default policy; it is that role's turn. */
  turn: Role;
};

/** Defines a red flag: open while one is raised on the case or on anybody, met once all of them are cleared. */
export const redFlag = ({ turn, ...flag }: RedFlag): Control =>
  defineFact({
    ...flag,
    redFlag: true,
    area: 'evaluation',
    subject: 'case',
    suppliedBy: [],
    assess: (_none, scene) => conclude(scene, [], [part(scene, flag, turn)]),
  });

function part({ state }: Scene, { id, locked }: Pick<Control, 'id' | 'locked'>, turn: Role): Part {
  const raised = Object.values(state.flags).filter((f) => f.id === id && f.status !== 'cleared');
  const first = raised.find((f) => f.status === 'open') ?? raised[0];
  if (first === undefined) return { restsOn: [`flag:${id}`] };
  const until = earliest(raised.map((f) => f.until));
  const what =
    first.status === 'open'
      ? say('flags.open', { flag: id, reason: first.reason })
      : say(locked ? 'flags.locked-under-remedy' : 'flags.under-remedy', {
          flag: id,
          until: first.until,
        });
  return { restsOn: [], missing: { what, turn, ...(until === undefined ? {} : { until }) } };
}
