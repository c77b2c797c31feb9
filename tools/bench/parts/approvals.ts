import { inParallel, openLoop } from '../measure.js';
import type { Part } from '../part.js';
import { accept, prepared, type SmallCase } from '../smallCase.js';
import { spread } from '../stats.js';

const CASES = 40;
const ENGINEERS = 4;
const A_SECOND = 20;
/** How long a person's acceptance takes to become the first request at the provider. */
export const approvals: Part = {
  name: 'approvals',
  about: `approval to the first request at the provider, ${A_SECOND} approvals a second`,
  async run(ground) {
    const taskQueue = 'bench-approvals';
    const worker = await ground.product(taskQueue);
    const client = ground.cases(taskQueue);
    const cases: SmallCase[] = [];
    await inParallel(CASES, 4, async (i) => {
      cases.push(await prepared(ground, client, `approval-${i}`, { engineers: ENGINEERS, repositories: 1 }));
    });
    const engineers = cases.flatMap(({ id, engineers: all }) => all.map((one) => ({ id, one })));
    const asked: number[] = [];
    const answered = await openLoop(A_SECOND, engineers.length, async (i) => {
      const { id, one } = engineers[i]!;
      asked[i] = performance.now();
      await accept(client, id, one);
    });
    const took = await Promise.all(
      engineers.map(async ({ one }, i) => (await ground.stub.asked(one.repositories[0]!)) - (asked[i] ?? Number.NaN)),
    );
    await worker.stop();
    const [reached, receipt] = [spread(took), spread(answered)];
    const note = `receipt p50 ${receipt.p50.toFixed(0)} ms, p99 ${receipt.p99.toFixed(0)} ms`;
    const row = (figure: string, value: number, atMost: number) =>
      ({
        figure: `approval to first request at the provider, 20/s, ${figure}`,
        value,
        unit: 'ms',
        goal: { of: 'value', atMost },
        note,
      }) as const;
    return [row('p50', reached.p50, 150), row('p99', reached.p99, 500)];
  },
};
