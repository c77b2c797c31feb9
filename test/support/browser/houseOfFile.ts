import { type RunningBrowser, startBrowser } from '../../../tools/browser/browser.js';
import { Guests } from '../../../tools/browser/guests.js';
import { type House, type HouseOptions, openHouse } from '../../../tools/browser/house/house.js';
import type { PersonName } from '../../../tools/browser/screens.js';
import type { Visit, VisitOptions } from '../../../tools/browser/visit.js';

/** A house for the tests of a file, and those who visit it. */
export type Visited = {
  house(): House;
  /** Opens a visit of somebody who is signed in, or of nobody; it ends with the test, and its faults fail it. */
  open(name?: PersonName, options?: VisitOptions): Promise<Visit>;
};

/** Pictures of the pages on which a test failed, for whoever looks for the reason. */
async function picture(test: string, visits: Visit[]): Promise<void> {
  const name = test.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
  for (const [i, { page }] of visits.entries())
    await page.screenshot({ path: `out/failed/${name}-${i}.png` }).catch(() => undefined);
}

/** Opens a house before the tests of a file and closes it after them. */
export function houseOfFile(options: HouseOptions = {}): Visited {
  let running: RunningBrowser;
  let house: House | undefined;
  let guests: Guests;
  let visits: Visit[] = [];
  const opened = (): House => {
    if (house === undefined) throw new Error('The house is not open.');
    return house;
  };
  beforeAll(async () => {
    running = await startBrowser();
    house = await openHouse(options);
    guests = new Guests(running, house);
  });
  afterEach(async ({ task }) => {
    const ended = visits;
    visits = [];
    if (task.result?.state === 'fail') await picture(task.name, ended);
    const faults = ended.flatMap((visit) => visit.faults());
    for (const visit of ended) await visit.close();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await running?.stop();
    await house?.stop();
  });
  return {
    house: opened,
    async open(name, more) {
      const visit = await guests.open(name, more);
      visits.push(visit);
      return visit;
    },
  };
}
