import { condition, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

/** The least that the engine can do for an answer: one Update whose handler returns what it was given. */
const echo = defineUpdate<number, [number]>('echo');

/** The yardstick of receipts: takes Updates and does nothing with them. */
export async function bare(): Promise<void> {
  setHandler(echo, (value) => value, { validator: (_value) => undefined });
  await condition(() => false);
}

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1 minute' });

/** The yardstick of a rehearsal: sixty half days, each with a timer and an activity. */
export async function bareDays(timers: number): Promise<void> {
  for (let i = 0; i < timers; i++) {
    await sleep('12 hours');
    await nothing();
  }
}
