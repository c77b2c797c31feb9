import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Random } from './random.js';

/** A command that was answered, or given up on. */
export type Sent = {
  caseId: string;
  commandId: string;
  act: string;
  receipt?: { seq: number; hash: string };
  ackedAt?: number;
};

/** What all senders share. */
export type Traffic = {
  /** Every command, answered or abandoned. */
  sent: Sent[];
  cases: Map<number, { caseId: string; done: boolean }>;
  /** Answers that no repeat makes better, and that nobody expected. */
  unexpected: string[];
  /** Answers `Internal`, whatever a repeat came to: what is away has a code of its own, so this is a defect. */
  internal: string[];
};

const answerSchema = z.object({
  caseId: z.string().optional(),
  receipt: z.object({ seq: z.number(), hash: z.string() }).optional(),
  status: z.unknown(),
  code: z.string().optional(),
});
const PASSING = new Set(['CaseRollingOver', 'TemporalUnavailable', 'DatabaseUnavailable', 'TooManyRequests']);
/** A command that has no answer for so long will have none. */
const PATIENCE_MS = 300_000;
/** The commands of one case, each under a key of its own. */
export class Sender {
  #keys = 0;

  /** `deadline`: from then on nothing is repeated any more, milliseconds since the epoch. */
  constructor(
    private readonly apiUrl: string,
    private readonly traffic: Traffic,
    private readonly number: number,
    private readonly random: Random,
    private readonly deadline: () => number,
  ) {}

  /** Repeats under one key until there is an answer; undefined when there was none in time, or one that nobody expected. */
  async send(token: string, path: string, act: string, body: object, caseId = '') {
    const commandId = `k-${this.number}-${++this.#keys}`;
    const entry: Sent = { caseId, commandId, act };
    this.traffic.sent.push(entry);
    const patience = Date.now() + PATIENCE_MS;
    while (Date.now() < Math.min(patience, this.deadline())) {
      const { status, answer } = await this.#post(token, path, commandId, body).catch(() => ({
        status: 0,
        answer: undefined,
      }));
      if (answer?.receipt !== undefined && status < 300) {
        entry.receipt = answer.receipt;
        entry.caseId = answer.caseId ?? entry.caseId;
        entry.ackedAt = Date.now();
        return answer;
      }
      if (answer?.code === 'Internal') this.traffic.internal.push(`case ${this.number}: ${act} ${commandId}`);
      else if (status >= 400 && !PASSING.has(answer?.code ?? '')) {
        this.traffic.unexpected.push(`case ${this.number}: ${act} was answered ${status} ${answer?.code}`);
        return undefined;
      }
      await wait(this.random.whole(100, 400));
    }
    this.traffic.unexpected.push(`case ${this.number}: ${act} had no answer in time`);
    return undefined;
  }

  /** Sends a command once, and never learns what became of it. */
  abandon(token: string, path: string, act: string, body: object, caseId: string): void {
    const commandId = `k-${this.number}-${++this.#keys}-abandoned`;
    this.traffic.sent.push({ caseId, commandId, act });
    void this.#post(token, path, commandId, body).catch(() => undefined);
  }

  async #post(token: string, path: string, commandId: string, body: object) {
    const response = await fetch(`${this.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': commandId },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const read = answerSchema.safeParse(await response.json());
    return { status: response.status, answer: read.success ? read.data : undefined };
  }
}
