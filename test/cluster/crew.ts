import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { fieldOf } from '../../rehearsal/http.js';

const Receipt = z.object({ seq: z.number(), hash: z.string() });

/** A command that the API has acknowledged, with where it says that it stands in the ledger. */
export type Acknowledged = {
  caseId: string;
  key: string;
  name: string;
  /** When the acknowledgement was here, milliseconds since the epoch. */
  atMs: number;
} & z.infer<typeof Receipt>;

/** What one run sent, and what came back. */
export type Log = {
  acknowledged: Acknowledged[];
  /** How often something had to be sent again, by what was answered. */
  repeats: Map<string, number>;
  /** From the first sending to the acknowledgement, milliseconds. */
  tookMs: number[];
};

export const emptyLog = (): Log => ({ acknowledged: [], repeats: new Map(), tookMs: [] });

/** Whoever sends gives up after this long, which fails the run. */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 250;
/** Answers that say nothing on whether it was done: the same is sent again under the same key. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** People's requests; each is sent, under one key, until there is an answer that counts. */
export class Crew {
  constructor(
    readonly url: string,
    readonly log: Log,
  ) {}

  /** Opens a case; gives its id. */
  async open(token: string, body: { caseFile: string; policy: string }): Promise<string> {
    const key = randomUUID();
    const answer = await this.#command('/api/cases', token, body, key);
    const caseId = z.string().parse(fieldOf(answer, 'caseId'));
    this.#note(caseId, key, 'open', answer);
    return caseId;
  }

  /** Puts a policy on the list of the installation; the same text again changes nothing. */
  async allow(operator: string, policy: string): Promise<void> {
    const body = JSON.stringify({ policy, reason: 'The policy of the crew.' });
    await this.#send('/api/policies', operator, body, 'policy-of-the-crew');
  }

  /** Does one act in a case. */
  async act(caseId: string, token: string, name: string, body: unknown): Promise<void> {
    const key = randomUUID();
    this.#note(caseId, key, name, await this.#command(`/api/cases/${caseId}/commands/${name}`, token, body, key));
  }

  /** Uploads a text; the same bytes twice are one text. */
  async upload(caseId: string, token: string, text: string): Promise<void> {
    await this.#send(`/api/cases/${caseId}/documents?fileName=paper.txt`, token, Buffer.from(text));
  }

  async #command(path: string, token: string, body: unknown, key: string): Promise<unknown> {
    const from = performance.now();
    const answer = await this.#send(path, token, JSON.stringify(body), key);
    this.log.tookMs.push(performance.now() - from);
    return answer;
  }

  async #send(path: string, token: string, body: string | Buffer, key?: string): Promise<unknown> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { status, answer } = await this.#once(path, token, body, key);
      if (status < 300) return answer;
      const code = String(fieldOf(answer, 'code') ?? status);
      // Whose a login is takes the provider a moment to say.
      const passes = PASSING.has(status) || code === 'AccountNotIdentified';
      if (!passes || Date.now() > until) throw new Error(`${path} got ${code}: ${String(fieldOf(answer, 'detail'))}`);
      this.log.repeats.set(code, (this.log.repeats.get(code) ?? 0) + 1);
      await wait(PAUSE_MS);
    }
  }

  async #once(path: string, token: string, body: string | Buffer, key?: string) {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': typeof body === 'string' ? 'application/json' : 'text/plain',
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    try {
      const response = await fetch(`${this.url}${path}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(Buffer.from(body)),
      });
      const text = await response.text();
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: response.status, answer };
    } catch {
      return { status: 503, answer: { code: 'no connection' } };
    }
  }

  #note(caseId: string, key: string, name: string, answer: unknown): void {
    this.log.acknowledged.push({ caseId, key, name, atMs: Date.now(), ...Receipt.parse(fieldOf(answer, 'receipt')) });
  }
}
