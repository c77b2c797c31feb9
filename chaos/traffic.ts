import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Store } from '../store/contract.js';
import { waitFor } from '../workers/local/processes.js';
import { CONTACT, caseFileOf, engineerOf } from './policy.js';
import { type Random, randomOf } from './random.js';
import { insist, type Staff, tokenFor, tokensOfStaff } from './tokens.js';

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
};

export type Senders = {
  apiUrl: string;
  store: Store;
  seed: number;
  cases: number;
  atOnce: number;
  deadline: () => number;
  /** Told when the last case is being played. */
  onLastBegun: () => void;
};

const answerSchema = z.object({
  caseId: z.string().optional(),
  receipt: z.object({ seq: z.number(), hash: z.string() }).optional(),
  status: z.unknown(),
  code: z.string().optional(),
});
const PASSING = new Set([
  'CaseRollingOver',
  'TemporalUnavailable',
  'DatabaseUnavailable',
  'TooManyRequests',
  'Internal',
]);
const TEXT = 'The undersigned hereby assigns.';
/** A command that has no answer for so long will have none. */
const PATIENCE_MS = 300_000;
/** Somebody whose access has not been opened by then is treated as if it were. */
const OPENS_WITHIN_MS = 15_000;
/** Share of the commands beside the way that the sender sends once and never asks about again. */
const ABANDONED = 0.3;

/** Plays every case to its end, some at a time; each repeats a command under its key until there is an answer. */
export async function sendAll(senders: Senders, traffic: Traffic): Promise<void> {
  const staff = await tokensOfStaff(senders.store);
  const document = { bytes: Buffer.from(TEXT), mediaType: 'text/plain', fileName: 'assignment.txt' };
  const textHash = await insist(() => senders.store.documents.put(document));
  const numbers = Array.from({ length: senders.cases }, (_, i) => i + 1);
  const one = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      if (numbers.length === 0) senders.onLastBegun();
      await new Onboarding(senders, traffic, staff, textHash, number).play();
    }
  };
  await Promise.all(Array.from({ length: senders.atOnce }, one));
}

type Engineer = { email: string; personId: string; paper: string };

/** One case: opened, everybody accepted and signed, then some suspended, some revoked, some let in again. */
class Onboarding {
  readonly #random: Random;
  #caseId = '';
  #keys = 0;

  constructor(
    private readonly senders: Senders,
    private readonly traffic: Traffic,
    private readonly staff: Staff,
    private readonly textHash: string,
    private readonly number: number,
  ) {
    this.#random = randomOf(senders.seed, `case ${number}`);
  }

  async play(): Promise<void> {
    const engineers = this.#random.whole(1, 2);
    const opened = await this.#send(this.staff.procurement, '/api/cases', 'open', {
      caseFile: caseFileOf(this.number, engineers),
    });
    if (opened?.caseId === undefined) return;
    this.#caseId = opened.caseId;
    this.traffic.cases.set(this.number, { caseId: opened.caseId, done: false });
    const contact = (await tokenFor(this.senders.store, CONTACT, 'vendor-contact', opened.caseId)).token;
    const team: Engineer[] = [];
    for (let i = 0; i < engineers; i++)
      team.push(await this.#onboard(contact, engineerOf(this.number, i).email, `assignment-${i}`));
    for (const engineer of team) await this.#disturb(engineer);
    this.traffic.cases.set(this.number, { caseId: opened.caseId, done: true });
  }

  async #onboard(contact: string, email: string, paper: string): Promise<Engineer> {
    const { textHash } = this;
    const { token, personId } = await tokenFor(this.senders.store, email, 'engineer', this.#caseId);
    await this.#act(this.staff['engineering-manager'], 'accept-person', { person: email, reason: 'Vetted.' });
    const body = {
      paper,
      kind: 'contributor-assignment',
      title: 'Assignment',
      textHash,
      person: email,
      signers: [email],
      from: '2026-09-01',
    };
    await this.#act(contact, 'register-paper', body);
    if (this.#random.chance(ABANDONED)) this.#abandon(contact, paper);
    await this.#act(contact, 'send-paper', { paper });
    await this.#act(token, 'sign-paper', { paper, textHash });
    const form = { paper, textHash, assignment: 'hereby-assigns', effectiveOn: 'creation', assignsTo: 'client' };
    const schedules = { priorWorksAttached: true, openSourceAttached: true };
    await this.#act(contact, 'submit-evidence', { control: 'IP-2', person: email, form: { ...form, ...schedules } });
    return { email, personId, paper };
  }

  async #disturb({ email, personId, paper }: Engineer): Promise<void> {
    const what = this.#random.pick(['nothing', 'suspended', 'suspended-and-back', 'revoked'] as const);
    if (what === 'nothing') return;
    // Of some the access is open by then; of others the opening is under way.
    if (this.#random.chance(0.5)) await waitFor(() => this.#hasAccess(personId), OPENS_WITHIN_MS);
    else await wait(this.#random.whole(0, 1_500));
    const reason = 'A laptop is missing.';
    if (what === 'revoked') return void (await this.#act(this.staff.legal, 'revoke-paper', { paper, reason }));
    await this.#act(this.staff.security, 'suspend-access', { person: email, reason });
    if (what === 'suspended-and-back')
      await this.#act(this.staff.legal, 'resume-access', { person: email, reason: 'It was found.' });
  }

  async #hasAccess(personId: string): Promise<boolean> {
    const found = await insist(() => this.senders.store.cases.get(this.#caseId));
    return Object.values(found?.state.leases ?? {}).some(
      ({ person, seen }) => person === personId && seen === 'present',
    );
  }

  #act(token: string, act: string, body: object) {
    return this.#send(token, `/api/cases/${this.#caseId}/commands/${act}`, act, body);
  }

  /** Sends a command beside the way once, and never learns what became of it. */
  #abandon(token: string, paper: string): void {
    const commandId = `k-${this.number}-${++this.#keys}-abandoned`;
    this.traffic.sent.push({ caseId: this.#caseId, commandId, act: 'register-paper' });
    const body = {
      paper: `extra-${paper}`,
      kind: 'other',
      title: 'Extra',
      textHash: this.textHash,
      signers: ['client'],
      from: '2026-09-01',
    };
    void this.#post(token, `/api/cases/${this.#caseId}/commands/register-paper`, commandId, body).catch(
      () => undefined,
    );
  }

  /** Repeats under one key until there is an answer; undefined when there was none in time, or one that nobody expected. */
  async #send(token: string, path: string, act: string, body: object) {
    const commandId = `k-${this.number}-${++this.#keys}`;
    const entry: Sent = { caseId: this.#caseId, commandId, act };
    this.traffic.sent.push(entry);
    const patience = Date.now() + PATIENCE_MS;
    while (Date.now() < Math.min(patience, this.senders.deadline())) {
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
      if (status >= 400 && !PASSING.has(answer?.code ?? 'Internal')) {
        this.traffic.unexpected.push(`case ${this.number}: ${act} was answered ${status} ${answer?.code}`);
        return undefined;
      }
      await wait(this.#random.whole(100, 400));
    }
    this.traffic.unexpected.push(`case ${this.number}: ${act} had no answer in time`);
    return undefined;
  }

  async #post(token: string, path: string, commandId: string, body: object) {
    const response = await fetch(`${this.senders.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': commandId },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const read = answerSchema.safeParse(await response.json());
    return { status: response.status, answer: read.success ? read.data : undefined };
  }
}
