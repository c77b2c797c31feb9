import { type RunningBrowser, startBrowser } from '../../../tools/browser/browser.js';
import { openVisit, type Visit, type VisitOptions } from '../../../tools/browser/visit.js';

/** Opens visits for a test; each of them ends with it, and whatever went wrong on its pages fails it. */
export type Visits = { open(options?: VisitOptions): Promise<Visit> };

/** A browser for the tests of a file. */
export function browserOfFile(): Visits {
  let running: RunningBrowser;
  let visits: Visit[] = [];
  beforeAll(async () => {
    running = await startBrowser();
  });
  afterEach(async () => {
    const ended = visits;
    visits = [];
    const faults = ended.flatMap((visit) => visit.faults());
    for (const visit of ended) await visit.close();
    expect(faults).toEqual([]);
  });
  afterAll(() => running?.stop());
  return {
    async open(options) {
      const visit = await openVisit(running.browser, options);
      visits.push(visit);
      return visit;
    },
  };
}
