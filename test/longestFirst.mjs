import { BaseSequencer } from 'vitest/node';

/** Files that take minutes, the longest first. */
const LONG = [
  'rehearsal/scenarios1',
  'rehearsal/scenarios2',
  'rehearsal/scenariosShortRuns',
  'chaos/chaos.test',
  'cli/up.test',
  'local/takeover',
];

/** Kinds of files by how long one of them may take; those of a kind together, since a worker runs one kind. */
const KINDS = ['browser', 'real', 'lives', 'unit'];

/** Starts the files that take minutes first, so that none of them is left alone at the end; the others of a kind as vitest would. */
export default class LongestFirst extends BaseSequencer {
  async sort(files) {
    const rank = ({ moduleId, project }) => {
      const at = LONG.findIndex((part) => moduleId.includes(part));
      return at < 0 ? LONG.length + KINDS.indexOf(project.name) : at;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}
