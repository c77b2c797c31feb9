import { writeCursor } from '../../../store/cursors.js';
import { openDesk } from '../console/desk.js';
import { DEEP, fillLists, MANY } from '../console/manyCases.js';
import { openLoop } from '../measure.js';
import type { Part } from '../part.js';
import { spread } from '../stats.js';

const A_SECOND = 20;
const SAMPLES = 300;
const WARM_UP = 40;

const FIRST = ['/api/cases?limit=50', '/api/cases?limit=50&status=open', '/api/cases?limit=50&order=urgent'];
const DEEPEST = `/api/cases?limit=50&cursor=${writeCursor('cases', [DEEP.openedAt, DEEP.caseId])}`;
const FOUND = ['or 77 of', 'north', 'a1b', 'c4ca42', 'qqqq', 'Vendor 6999'];
const SEARCHES = FOUND.flatMap((text) => [
  `/api/cases?limit=50&search=${encodeURIComponent(text)}`,
  `/api/search?q=${encodeURIComponent(text)}`,
]);

/** The list of cases and the search over it, asked for at a steady rate. */
export const lists: Part = {
  name: 'lists',
  about: `list and search with ${MANY.toLocaleString('en')} cases at ${A_SECOND} a second`,
  async run(ground) {
    await fillLists(ground);
    const desk = await openDesk(ground, ground.cases('bench-lists'));
    try {
      const at = async (paths: string[]) => {
        const one = (i: number) => desk.ask(paths[i % paths.length] ?? '');
        for (let i = 0; i < WARM_UP; i++) await one(i);
        return spread(await openLoop(A_SECOND, SAMPLES, one));
      };
      const [first, deepest, search] = [await at(FIRST), await at([DEEPEST]), await at(SEARCHES)];
      const newest = await at(FIRST.slice(0, 1));
      const many = `${MANY.toLocaleString('en')} cases`;
      return [
        {
          figure: `list with ${many}, open loop at ${A_SECOND}/s, p99`,
          ...{ value: first.p99, unit: 'ms', goal: { of: 'value', atMost: 50 } },
          note: `p50 ${first.p50.toFixed(1)} ms; newest, open ones, most urgent; the API in the measuring process`,
        },
        {
          figure: `deepest page of the list with ${many}, p50`,
          ...{ value: deepest.p50, unit: 'ms', beside: { what: 'first page', value: newest.p50 } },
          goal: { of: 'ratio', atMost: 2 },
          note: `p99 ${deepest.p99.toFixed(1)} ms, first page ${newest.p99.toFixed(1)} ms`,
        },
        {
          figure: `search with ${many}, open loop at ${A_SECOND}/s, p99`,
          ...{ value: search.p99, unit: 'ms', goal: { of: 'value', atMost: 100 } },
          note: `p50 ${search.p50.toFixed(1)} ms; of cases, and of everything, for what is there often, seldom and never`,
        },
      ];
    } finally {
      await desk.stop();
    }
  },
};
