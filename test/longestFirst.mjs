import Sequencer from '@jest/test-sequencer';

/** Files that take minutes, the longest first. */
const LONG = [
  'rehearsal/scenarios1',
  'rehearsal/scenarios2',
  'rehearsal/scenariosShortRuns',
  'chaos/chaos.test',
  'cli/up.test',
  'local/takeover',
];

/** Starts the files that take minutes first, so that none of them is left alone at the end; the others as jest would. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(part));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
