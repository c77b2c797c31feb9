import type { Explained, Observation } from '../../contract/explain.js';
import { wayText } from './looks.js';

const STATES: Record<Explained['state'], string> = {
  present: 'could reach it',
  invited: 'was invited and could not reach it yet',
  absent: 'could not reach it',
  unseen: 'nobody saw whether they could: it changed between two looks',
  others: 'could reach it only by grants of other cases',
  'never-seen': 'nobody had looked yet',
};

/** Whether somebody could reach something at an instant, within a sentence. */
export const reachText = (state: Explained['state']): string => STATES[state];

const SEEN: Record<Observation['seen'], string> = {
  present: 'there',
  invited: 'invited',
  absent: 'not there',
  unknown: 'not known',
  others: 'there by grants of other cases alone',
};

/** What a look saw, within a sentence: "there, push, by the team core". */
export const lookText = ({ seen, permission, ways = [] }: Observation): string =>
  [SEEN[seen], ...(permission === undefined ? [] : [permission]), ...ways.map(wayText)].join(', ');
