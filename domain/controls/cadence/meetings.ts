import type { Role } from '../../case/roles.js';
import type { Meeting } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import type { Assessment } from '../assessment.js';
import { conclude } from '../conclude.js';
import type { Scene } from '../control.js';

/** The latest meeting of a control that was either held or missed. */
export function lastMeeting({ state, planned }: Scene): Meeting | undefined {
  const ended = state.meetings.filter((b) => b.id === planned.id && b.status !== 'due');
  return ended.reduce<Meeting | undefined>((a, b) => (a === undefined || b.day > a.day ? b : a), undefined);
}

/** Who has to hold the meetings of a control. */
const ownerOfMeetings = ({ state, planned }: Scene): Role =>
  state.plan.meetings.find((b) => b.id === planned.id)?.owner ?? planned.owner;

/**
 * Judges a cadence by its latest meeting, which `name` names. The record of each meeting is in the ledger, so that a further one held does not
 * change what the control says.
 */
export function judgeMeetings(scene: Scene, name: Said, lacking: Said[] = []): Assessment {
  const { planned } = scene;
  const meeting = lastMeeting(scene);
  const open = (missing: Said[]): Assessment => ({ status: 'open', missing, turn: ownerOfMeetings(scene) });
  if (meeting === undefined) return open([say('cadence.none-held', { meeting: name })]);
  if (meeting.status === 'missed') return open([say('cadence.missed', { meeting: name, day: meeting.day })]);
  return lacking.length > 0 ? open(lacking) : conclude(scene, [], [{ restsOn: [`meeting:${planned.id}`] }]);
}
