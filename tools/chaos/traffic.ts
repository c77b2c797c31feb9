import { setTimeout as wait } from 'node:timers/promises';
import { isUnidentified } from '../../domain/access/identify.js';
import type { CaseState } from '../../domain/case/state.js';
import { own } from '../../domain/record.js';
import { sha256Hex } from '../../evidence/chain.js';
import type { Store } from '../../store/contract.js';
import { waitsFor } from './atRest.js';
import { CONTACT, caseFileOf, engineerOf } from './policy.js';
import { type Random, randomOf } from './random.js';
import { Sender, type Traffic } from './sender.js';
import { insist, type Staff, tokenFor, tokensOfStaff } from './tokens.js';

export type Senders = {
  apiUrl: string;
  store: Store;
  seed: number;
  cases: number;
  atOnce: number;
  deadline: () => number;
  /** The next case begins then at the latest, whatever this one still waits for. */
  restsWithinMs: number;
  /** No case begins after it, milliseconds since the epoch. */
  beginUntil: number;
  /** Told when the last case is being played. */
  onLastBegun: () => void;
};

const FROM = '2026-09-01';
const TEXT = 'The undersigned hereby assigns.';
/** Somebody whose access has not been opened by then is treated as if it were. */
const OPENS_WITHIN_MS = 45_000;
/** Share of the commands beside the way that the sender sends once and never asks about again. */
const ABANDONED = 0.3;

/** Plays every case to its end, some at a time; each repeats a command under its key until there is an answer. */
export async function sendAll(senders: Senders, traffic: Traffic): Promise<void> {
  const staff = await tokensOfStaff(senders.store);
  const textHash = sha256Hex(TEXT);
  const numbers = Array.from({ length: senders.cases }, (_, i) => i + 1);
  const one = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      if (Date.now() >= senders.beginUntil) numbers.length = 0;
      if (numbers.length === 0) senders.onLastBegun();
      await new Onboarding(senders, traffic, staff, textHash, number).play();
    }
  };
  await Promise.all(Array.from({ length: senders.atOnce }, one));
}

const hasAccess = ({ leases }: CaseState, personId: string): boolean =>
  Object.values(leases).some(({ person, seen }) => person === personId && seen === 'present');

type Engineer = { email: string; personId: string; paper: string };

/** One case: opened, everybody accepted and signed, then some suspended, some revoked, some let in again. */
class Onboarding {
  readonly #random: Random;
  readonly #sender: Sender;
  #caseId = '';

  constructor(
    private readonly senders: Senders,
    private readonly traffic: Traffic,
    private readonly staff: Staff,
    private readonly textHash: string,
    private readonly number: number,
  ) {
    this.#random = randomOf(senders.seed, `case ${number}`);
    this.#sender = new Sender(senders.apiUrl, traffic, number, this.#random, senders.deadline);
  }

  async play(): Promise<void> {
    const engineers = this.#random.whole(1, 2);
    const opened = await this.#sender.send(this.staff.procurement, '/api/cases', 'open', {
      caseFile: caseFileOf(this.number, engineers),
    });
    if (opened?.caseId === undefined) return;
    this.#caseId = opened.caseId;
    this.traffic.cases.set(this.number, { caseId: opened.caseId, done: false });
    const { token: contact, personId: by } = await tokenFor(
      this.senders.store,
      CONTACT,
      'vendor-contact',
      opened.caseId,
    );
    const document = { bytes: Buffer.from(TEXT), mediaType: 'text/plain', fileName: 'assignment.txt' };
    await insist(() => this.senders.store.documents.put({ caseId: this.#caseId, by, ...document }));
    const team: Engineer[] = [];
    for (let i = 0; i < engineers; i++)
      team.push(await this.#onboard(contact, engineerOf(this.number, i).email, `assignment-${i}`));
    for (const engineer of team) await this.#disturb(engineer);
    this.traffic.cases.set(this.number, { caseId: opened.caseId, done: true });
    // So many cases are at work at a time, and not ever more.
    await this.#until((state) => waitsFor(state) === undefined, this.senders.restsWithinMs);
  }

  async #onboard(contact: string, email: string, paper: string): Promise<Engineer> {
    const { textHash } = this;
    const { token, personId } = await tokenFor(this.senders.store, email, 'engineer', this.#caseId);
    await this.#until(({ people }) => {
      const person = own(people, personId);
      return person !== undefined && !isUnidentified(person);
    }, this.senders.restsWithinMs);
    await this.#act(this.staff['engineering-manager'], 'accept-person', {
      person: email,
      accounts: { github: email.split('@')[0] },
      reason: 'Vetted.',
    });
    const body = {
      paper,
      kind: 'contributor-assignment',
      title: 'Assignment',
      textHash,
      person: email,
      signers: [email],
      from: FROM,
    };
    await this.#act(contact, 'register-paper', body);
    if (this.#random.chance(ABANDONED)) this.#abandon(contact, `extra-${paper}`);
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
    if (this.#random.chance(0.5)) await this.#until((state) => hasAccess(state, personId), OPENS_WITHIN_MS);
    else await wait(this.#random.whole(0, 1_500));
    const reason = 'A laptop is missing.';
    if (what === 'revoked') return void (await this.#act(this.staff.legal, 'revoke-paper', { paper, reason }));
    await this.#act(this.staff.security, 'suspend-access', { person: email, reason });
    if (what === 'suspended-and-back')
      await this.#act(this.staff.legal, 'resume-access', { person: email, reason: 'It was found.' });
  }

  /** Looks at the state twice a second until it holds, for so long at most. */
  async #until(holds: (state: CaseState) => boolean, patienceMs: number): Promise<void> {
    const until = Math.min(Date.now() + patienceMs, this.senders.deadline());
    while (Date.now() < until) {
      const found = await insist(() => this.senders.store.cases.get(this.#caseId));
      if (found !== undefined && holds(found.state)) return;
      await wait(500);
    }
  }

  #act(token: string, act: string, body: object) {
    return this.#sender.send(token, this.#pathOf(act), act, body, this.#caseId);
  }

  #abandon(token: string, paper: string): void {
    const body = { paper, kind: 'other', title: 'Extra', textHash: this.textHash, signers: ['client'], from: FROM };
    this.#sender.abandon(token, this.#pathOf('register-paper'), 'register-paper', body, this.#caseId);
  }

  #pathOf(act: string): string {
    return `/api/cases/${this.#caseId}/commands/${act}`;
  }
}
