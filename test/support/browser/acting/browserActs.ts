import type { Response } from 'playwright-core';
import type { CaseView } from '../../../../contract/caseView.js';
import { namesOfAccounts } from '../../../../domain/people/accounts.js';
import type { Acted, Acts, ActsOfPeople } from '../../../../rehearsal/acts.js';
import type { Cast } from '../../../../rehearsal/cast.js';
import type { PaperStep } from '../../../../rehearsal/schema.js';
import type { Visit } from '../../../../tools/browser/visit.js';
import { Filler, type Meaning } from './fill.js';
import { outcomeOf, press } from './press.js';

/** Opens the visit of somebody who is signed in, by who they are in the scenario. */
export type VisitOf = (who: string) => Promise<Visit>;

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/**
 * What people do in a rehearsal, done with hands in the browser: no act goes by API or command line.
 * What a person reads before they act is read through the API by `reading`.
 */
export class BrowserActs implements ActsOfPeople {
  readonly #titles = new Map<string, string>();
  #caseId = '';

  constructor(
    private readonly reading: Pick<Acts, 'read'>,
    private readonly cast: Cast,
    private readonly visitOf: VisitOf,
  ) {}

  /** Drops the case file on the form for a new case, and opens it. */
  async open(caseText: string): Promise<string> {
    const visit = await this.visitOf('procurement');
    const { page, hands } = visit;
    await page.goto('/cases/new');
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'case.yaml', mimeType: 'application/yaml', buffer: Buffer.from(caseText) });
    hands.tally.clicks += 1;
    await page.getByText('Filled in from').waitFor();
    const opened = page.waitForResponse((r) => r.url().endsWith('/api/cases') && r.request().method() === 'POST');
    const [answer] = await Promise.all([opened, hands.click(page.getByRole('button', { name: 'Open case' }))]);
    const { caseId }: { caseId: string } = await answer.json();
    this.#caseId = caseId;
    this.cast.caseId = caseId;
    return caseId;
  }

  read(who?: string): Promise<CaseView> {
    return this.reading.read(who);
  }

  async act(who: string, name: string, body: Record<string, unknown>): Promise<Acted> {
    const visit = await this.visitOf(who);
    const answer = await this.#do(visit, name, body);
    return { what: name, by: who, ...(await outcomeOf(answer)) };
  }

  async #do(visit: Visit, name: string, body: Record<string, unknown>): Promise<Response> {
    switch (name) {
      case 'submit-evidence':
        return this.#submit(visit, body);
      case 'decide':
        return this.#decide(visit, body);
      case 'sign-paper':
        return this.#sign(visit, String(body.paper));
      default:
        return this.#other(visit, name, body);
    }
  }

  async #submit(visit: Visit, { control, person, form }: Record<string, unknown>): Promise<Response> {
    const about = person === undefined ? '' : `?person=${encodeURIComponent(String(this.cast.resolve(person)))}`;
    await visit.page.goto(`/cases/${this.#caseId}/form/${String(control)}${about}`);
    await visit.page.getByRole('button', { name: /^Submit/ }).waitFor();
    await this.#filler(visit).fill(isRecord(form) ? form : {});
    return press(visit, /^Submit/);
  }

  async #decide(visit: Visit, { approval, decision, reason }: Record<string, unknown>): Promise<Response> {
    const { page, hands } = visit;
    await page.goto(`/cases/${this.#caseId}/decide/${encodeURIComponent(await this.#approvalId(String(approval)))}`);
    await hands.fill(page.getByRole('textbox', { name: 'Reason' }), String(reason));
    const label = { approve: 'Approve', reject: 'Reject', return: 'Return with questions' }[String(decision)];
    return press(visit, label ?? 'Approve');
  }

  /** The approval that is meant by `gate:contract`, or by part of an id. */
  async #approvalId(meant: string): Promise<string> {
    const { approvals } = await this.read();
    return approvals.find(({ id, subject }) => id === meant || subject === meant)?.id ?? meant;
  }

  async #sign(visit: Visit, paper: string): Promise<Response> {
    await visit.page.goto(`/cases/${this.#caseId}/documents/${await this.#paperId(paper)}`);
    return press(visit, /^Sign text/);
  }

  async #paperId(meant: string): Promise<string> {
    const title = this.#titles.get(meant);
    const { papers } = await this.read();
    return papers.findLast((one) => one.title === title)?.id ?? meant;
  }

  async #other(visit: Visit, name: string, body: Record<string, unknown>): Promise<Response> {
    await visit.page.goto(`/cases/${this.#caseId}/do/${pascal(name)}`);
    await visit.page.locator('[data-path]').first().waitFor();
    const full =
      name === 'accept-person' && body.accounts === undefined ? { ...body, ...(await this.#accounts(body)) } : body;
    await this.#filler(visit).fill(full);
    return press(visit, undefined);
  }

  async #accounts({ person }: Record<string, unknown>): Promise<{ accounts?: Record<string, string> }> {
    const { people, names } = await this.read('engineering-manager');
    const name = this.cast.nameOf(String(person));
    const accounts = people.find((one) => names[one.person] === name)?.accounts;
    return accounts === undefined ? {} : { accounts: namesOfAccounts(accounts) };
  }

  /** Adds a document by its file, sends it and signs it, each by the hands of whoever does it. */
  async paper(who: string, step: PaperStep): Promise<Acted[]> {
    this.#titles.set(step.paper, step.title);
    const visit = await this.visitOf(who);
    const added = await outcomeOf(await this.#add(visit, step));
    const done: Acted[] = [{ what: `register-paper ${step.paper}`, by: who, ...added }];
    if (added.refused !== undefined || (await this.#isIssuedElsewhere(step.title))) return done;
    for (const signer of step.signed ?? step.signers) {
      const by = signer === 'client' ? 'legal' : signer === 'vendor' ? 'vendor-contact' : signer.replace(/^@/, '');
      const acted = await this.act(by, 'sign-paper', { paper: step.paper });
      done.push(acted);
      if (acted.refused !== undefined) break;
    }
    return done;
  }

  /** Such as a certificate of insurance: nobody of the case is asked to sign it. */
  async #isIssuedElsewhere(title: string): Promise<boolean> {
    const { papers } = await this.read();
    return papers.findLast((one) => one.title === title)?.signers.length === 0;
  }

  async #add(visit: Visit, step: PaperStep): Promise<Response> {
    const { page, hands } = visit;
    await page.goto(`/cases/${this.#caseId}/documents`);
    await hands.click(page.getByRole('button', { name: 'Add a document' }));
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: `${step.paper}.txt`, mimeType: 'text/plain', buffer: Buffer.from(step.text) });
    hands.tally.clicks += 1;
    await dialog.getByText('Choose another').waitFor();
    await hands.fill(dialog.getByLabel('Title'), step.title);
    await pick(visit, dialog.getByRole('combobox', { name: 'Kind' }), `[value="${step.kind}"]`);
    if (step.person !== undefined)
      await pickByName(visit, dialog.getByRole('combobox', { name: 'About whom' }), this.#meaning.nameOf(step.person));
    await hands.fill(dialog.getByLabel('In force from'), this.#meaning.typed(step.from));
    if (step.until !== undefined) await hands.fill(dialog.getByLabel('Last day'), this.#meaning.typed(step.until));
    const last = page.waitForResponse(
      (r) =>
        r.url().endsWith('/commands/send-paper') ||
        (r.url().endsWith('/commands/register-paper') && (!r.ok() || step.signers.length === 0)),
    );
    const [answer] = await Promise.all([last, hands.click(dialog.getByRole('button', { name: /^Register/ }))]);
    return answer;
  }

  get #meaning(): Meaning {
    return {
      nameOf: (who) => this.cast.nameOf(who) ?? this.cast.part(who).name,
      titleOf: (paper) => this.#titles.get(paper) ?? paper,
      typed: (value) => String(this.cast.resolve(value)),
    };
  }

  #filler(visit: Visit): Filler {
    return new Filler(visit, this.#meaning);
  }
}

async function pick(
  { page, hands }: Visit,
  input: ReturnType<Visit['page']['locator']>,
  option: string,
): Promise<void> {
  await hands.click(input);
  await hands.click(page.locator(`[role="option"]${option}:visible`).first());
}

async function pickByName(
  { page, hands }: Visit,
  input: ReturnType<Visit['page']['locator']>,
  name: string,
): Promise<void> {
  await hands.click(input);
  await hands.click(page.getByRole('option', { name }).first());
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
