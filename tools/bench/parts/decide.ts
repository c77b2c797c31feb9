import { z } from 'zod';
import { taskLink } from '../../../presentation/letters/draft.js';
import { startBrowser } from '../../browser/browser.js';
import { Guests } from '../../browser/guests.js';
import { openHouse } from '../../browser/house/house.js';
import { BEFORE } from '../../screenshots/before.js';
import { timed } from '../measure.js';
import type { Part } from '../part.js';
import { median } from '../stats.js';

const ROUNDS = 9;

const Work = z.object({ rows: z.array(z.object({ kind: z.string(), caseId: z.string(), taskId: z.string() })) });

/** From the link of a letter to a decision that can be read, on servers of its own: a case has to have come so far. */
export const decide: Part = {
  name: 'decide',
  about: 'the decision page, from the link of a letter to readable',
  async run() {
    const running = await startBrowser();
    const house = await openHouse({ before: BEFORE.filter(({ name }) => name === 'deciding') });
    try {
      const guests = new Guests(running, house);
      const took: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        const { page, close } = await guests.open('privacy');
        const { rows } = Work.parse(await (await page.request.get('/api/work')).json());
        const task = rows.find(({ kind }) => kind === 'decide');
        if (task === undefined) throw new Error('Nobody waits for a decision.');
        took.push(
          await timed(async () => {
            await page.goto(`/tasks/${taskLink(task.caseId, task.taskId)}`, { waitUntil: 'commit' });
            await page.getByRole('button', { name: 'Approve' }).waitFor();
          }),
        );
        await close();
      }
      return [
        {
          figure: 'decision page, from the link of a letter to readable, nothing cached, p50',
          ...{ value: median(took) / 1000, unit: 's', goal: { of: 'value', atMost: 1 } },
          note: `of ${ROUNDS}, the slowest ${(Math.max(...took) / 1000).toFixed(2)} s; signed in; servers, browser and a worker on the same two cores`,
        },
      ];
    } finally {
      await running.stop();
      await house.stop();
    }
  },
};
