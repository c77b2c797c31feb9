import { createHash, randomUUID } from 'node:crypto';
import { type CaseView, caseView } from '../contract/caseView.js';
import { stopsPage } from '../contract/stops.js';
import { namesOfAccounts } from '../domain/people/accounts.js';
import { own } from '../domain/record.js';
import { approvalMeant } from '../presentation/views/approvalMeant.js';
import type { Cast } from './cast.js';
import { type Answer, ask, fieldOf, sentenceOf } from './http.js';
import type { PaperStep } from './schema.js';
import type { Stage } from './servers.js';

/** What became of one act: done, or refused with a code. */
export type Acted = { what: string; by: string; refused?: { code: string; message: string }; notes: string[] };

/** What people do in a rehearsal, by whichever hands. */
export type ActsOfPeople = Pick<Acts, 'open' | 'read' | 'act' | 'paper'>;

/** Everything that people do in a rehearsal goes through the HTTP API, as themselves. */
export class Acts {
  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
  ) {}

  get #caseUrl(): string {
    return `${this.stage.apiUrl}/api/cases/${this.cast.caseId ?? ''}`;
  }

  /** Opens the case as procurement; throws when the API refuses it. */
  async open(caseText: string): Promise<string> {
    const { token } = await this.cast.player('procurement');
    const answer = await ask(`${this.stage.apiUrl}/api/cases`, token, {
      json: { caseFile: caseText },
      key: randomUUID(),
    });
    const caseId = fieldOf(answer.body, 'caseId');
    if (typeof caseId !== 'string') throw new Error(`The case was not opened: ${sentenceOf(answer)}`);
    this.cast.caseId = caseId;
    return caseId;
  }

  /** The case as one of the client's people sees it. */
  async read(who = 'procurement'): Promise<CaseView> {
    const { token } = await this.cast.player(who);
    const answer = await ask(this.#caseUrl, token);
    const parsed = caseView.safeParse(answer.body);
    if (!parsed.success) throw new Error(`The case cannot be read: ${sentenceOf(answer)}`);
    return parsed.data;
  }

  /** One act of the API; what a person reads off the page before acting (id and content hash of an approval, text hash) is read here too. */
  async act(who: string, name: string, body: Record<string, unknown>): Promise<Acted> {
    const { token } = await this.cast.player(who);
    const full = { ...body, ...(await this.#readFirst(name, body)) };
    const answer =
      name === 'lift-stop'
        ? await this.#liftStop(token, body)
        : await ask(this.#urlOf(name), token, { json: this.cast.resolve(full), key: randomUUID() });
    return { what: `${name} ${subjectOf(body)}`.trim(), by: who, ...outcomeOf(answer) };
  }

  #urlOf(name: string): string {
    const url = own(BESIDE_THE_CASE, name);
    return url === undefined ? `${this.#caseUrl}/commands/${name}` : `${this.stage.apiUrl}${url}`;
  }

  /** Lifts the latest stop of a scope that stands, as a person would find it in the list. */
  async #liftStop(token: string, { scope, ...body }: Record<string, unknown>): Promise<Answer> {
    const reader = await this.cast.player('procurement');
    const listed = stopsPage.safeParse((await ask(`${this.stage.apiUrl}/api/stops`, reader.token)).body);
    const found = listed.data?.rows.find((row) => row.scope === scope);
    const url = `${this.stage.apiUrl}/api/stops/${found?.stop ?? NO_STOP}/lift`;
    return ask(url, token, { json: body, key: randomUUID() });
  }

  async #readFirst(name: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (name === 'sign-paper' && body.textHash === undefined) {
      const paper = (await this.read()).papers.find((p) => p.id === body.paper);
      return { textHash: paper?.textHash ?? '0'.repeat(64) };
    }
    if (name === 'answer-left-behind') return { item: await this.#itemMeant(body.item) };
    if (name === 'accept-person' && body.accounts === undefined) return await this.#accountsOf(body.person);
    if (!DECIDING.includes(name) || typeof body.approval !== 'string') return {};
    const meant = approvalMeant(await this.read(), this.#byName(body.approval));
    return {
      approval: meant?.id ?? body.approval,
      ...(name === 'decide' && { contentHash: body.contentHash ?? meant?.contentHash ?? '0'.repeat(64) }),
    };
  }

  /** What is listed as left behind, by its kind where a scenario names no more than that. */
  async #itemMeant(named: unknown): Promise<unknown> {
    const { leftBehind = [] } = await this.read('engineering-manager');
    return leftBehind.flatMap(({ items }) => items).find(({ kind }) => kind === named)?.item ?? named;
  }

  /** `access-request:ada/…` with the name of the person in the place of the id. */
  #byName(approval: string): string {
    return approval.replace(/^(access-request:)([^/]+)/, (_, kind: string, who: string) =>
      [kind, this.cast.nameOf(who) ?? who].join(''),
    );
  }

  /** The accounts that the case shows for somebody; none where it shows none. */
  async #accountsOf(person: unknown): Promise<{ accounts?: Record<string, string> }> {
    if (typeof person !== 'string') return {};
    const { people, names } = await this.read('engineering-manager');
    const name = this.cast.nameOf(person);
    const accounts = people.find((one) => one.person === person || names[one.person] === name)?.accounts;
    return accounts === undefined ? {} : { accounts: namesOfAccounts(accounts) };
  }

  /** Uploads a text, registers it, sends it and has it signed: each an act of the API. Stops at the first that is refused. */
  async paper(who: string, step: PaperStep): Promise<Acted[]> {
    const { text, signed, ...rest } = step;
    const { token } = await this.cast.player(who);
    const bytes = Buffer.from(text, 'utf8');
    const uploaded = await ask(
      `${this.#caseUrl}/documents?fileName=${encodeURIComponent(`${step.paper}.txt`)}`,
      token,
      { bytes },
    );
    if (uploaded.status >= 400) return [{ what: `upload ${step.paper}`, by: who, ...outcomeOf(uploaded) }];
    const textHash = createHash('sha256').update(bytes).digest('hex');
    const parties = step.signers.map((s) => (s === 'client' || s === 'vendor' ? s : `@${s.replace(/^@/, '')}`));
    const person = step.person === undefined ? {} : { person: `@${step.person.replace(/^@/, '')}` };
    const acts: { who: string; name: string; body: Record<string, unknown> }[] = [
      { who, name: 'register-paper', body: { ...rest, ...person, signers: parties, textHash } },
      { who, name: 'send-paper', body: { paper: step.paper } },
      ...(signed ?? step.signers).map((s) => ({
        who: signerOf(s),
        name: 'sign-paper',
        body: { paper: step.paper, textHash },
      })),
    ];
    const done: Acted[] = [];
    for (const act of acts) {
      const acted = await this.act(act.who, act.name, act.body);
      done.push(acted);
      if (acted.refused) break;
    }
    return done;
  }
}

/** Acts that are about no single case. */
const BESIDE_THE_CASE: Record<string, string> = { 'erase-person': '/api/erasures', stop: '/api/stops' };

/** An id that no stop has. */
const NO_STOP = `s-${'0'.repeat(16)}`;

/** Acts on an approval, which a scenario may name in short. */
const DECIDING = ['decide', 'answer-questions', 'withdraw-policy'];

const signerOf = (signer: string): string =>
  signer === 'client' ? 'legal' : signer === 'vendor' ? 'vendor-contact' : signer.replace(/^@/, '');

const subjectOf = (body: Record<string, unknown>): string =>
  [
    'control',
    'paper',
    'approval',
    'flag',
    'kpi',
    'meeting',
    'replacement',
    'person',
    'scope',
    'subject',
    'resource',
    'is',
    'found',
    'email',
    'model',
    'decision',
    'day',
    'month',
    'incident',
    'step',
    'outcome',
    'milestone',
    'dispute',
    'of',
    'answer',
    'due',
  ]
    .flatMap((key) => (typeof body[key] === 'string' ? [body[key]] : []))
    .join(' ');

function outcomeOf(answer: Answer): Pick<Acted, 'refused' | 'notes'> {
  if (answer.status < 400) {
    const notes = fieldOf(answer.body, 'notes');
    return { notes: Array.isArray(notes) ? notes.map(String) : [] };
  }
  return {
    refused: { code: String(fieldOf(answer.body, 'code') ?? answer.status), message: sentenceOf(answer) },
    notes: [],
  };
}
