import type { Locator } from 'playwright-core';
import type { Visit } from '../../../../tools/browser/visit.js';

/** What the words of a scenario stand for on the pages. */
export type Meaning = {
  /** The name of whom `@ada` means. */
  nameOf(who: string): string;
  /** The title of a document by the id that the scenario gives it. */
  titleOf(paper: string): string;
  /** `@day:3` and the like as what is typed. */
  typed(value: unknown): string;
};

/** Names of countries as the pages of a British reader show them. */
const COUNTRY = new Intl.DisplayNames(['en-GB'], { type: 'region' });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers the questions of a form as a person does, field by field. */
export class Filler {
  constructor(
    private readonly visit: Visit,
    private readonly meaning: Meaning,
  ) {}

  async fill(answers: Record<string, unknown>, path = ''): Promise<void> {
    for (const [field, value] of Object.entries(answers))
      await this.#answer(path === '' ? field : `${path}.${field}`, value);
  }

  async #answer(path: string, value: unknown): Promise<void> {
    const { page, hands } = this.visit;
    const at = page.locator(`[data-path="${path}"]`).first();
    const kind = (await at.getAttribute('data-kind')) ?? '';
    const typed = this.meaning.typed(value);
    switch (kind) {
      case 'yes-no':
        return hands.click(at.getByRole('radio', { name: value === true ? 'Yes' : 'No', exact: true }));
      case 'choice':
        return this.#choose(at, typed);
      case 'choices':
        return this.#tick(at, value);
      case 'country':
        return this.#pick(at, COUNTRY.of(typed) ?? typed, `[value="${typed}"]`);
      case 'zone':
        return this.#pick(at, typed, `[value="${typed}"]`);
      case 'person':
        return this.#pickText(at, this.meaning.nameOf(String(value)));
      case 'paper':
        return this.#pickText(at, this.meaning.titleOf(String(value)));
      case 'hash':
        return this.#drop(at, String(value));
      case 'texts':
        return this.#list(at, value);
      case 'record':
        return this.fill(isRecord(value) ? value : {}, path);
      case 'list':
        return this.#entries(at, path, Array.isArray(value) ? value : []);
      case 'instant':
        return hands.fill(at.locator('input'), typed.slice(0, 16));
      default:
        return hands.fill(at.locator('input, textarea').first(), typed);
    }
  }

  async #choose(at: Locator, value: string): Promise<void> {
    const radio = at.locator(`input[type="radio"][value="${value}"]`);
    if ((await radio.count()) > 0) await this.visit.hands.click(radio);
    else await this.#pick(at, '', `[value="${value}"]`);
  }

  /** Ticks what is to be ticked, and takes away what was ticked and should not be. */
  async #tick(at: Locator, value: unknown): Promise<void> {
    const wanted = new Set(Array.isArray(value) ? value.map(String) : []);
    if (wanted.size === 0) return this.#sayNone(at.getByRole('checkbox', { name: 'None of these' }));
    for (const box of await at.locator('input[type="checkbox"]').all())
      if ((await box.isChecked()) !== wanted.has((await box.getAttribute('value')) ?? ''))
        await this.visit.hands.click(box);
  }

  /** Says that there is none, where that is asked. */
  async #sayNone(box: Locator): Promise<void> {
    if ((await box.count()) > 0 && !(await box.isChecked())) await this.visit.hands.click(box);
  }

  async #pick(at: Locator, search: string, option: string): Promise<void> {
    const { page, hands } = this.visit;
    const input = at.locator('input').first();
    await hands.click(input);
    if (search !== '') await hands.fill(input, search);
    await hands.click(page.locator(`[role="option"]${option}:visible`).first());
  }

  async #pickText(at: Locator, text: string): Promise<void> {
    const { page, hands } = this.visit;
    const input = at.locator('input').first();
    if ((await input.inputValue()).startsWith(text)) return;
    await hands.click(input);
    await hands.fill(input, text);
    const option = page.getByRole('option', { name: text }).first();
    await hands.click(option);
  }

  /** Drops a file whose bytes are the text that the scenario hashes. */
  async #drop(at: Locator, value: string): Promise<void> {
    const text = value.replace(/^@sha256:/, '');
    const uploaded = this.visit.page.waitForResponse((r) => r.url().includes('/documents?fileName='));
    await at
      .locator('input[type="file"]')
      .setInputFiles({ name: 'evidence.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await uploaded;
    this.visit.hands.tally.clicks += 1;
    await at
      .getByText(/evidence\.txt|Choose another/)
      .first()
      .waitFor();
  }

  async #list(at: Locator, value: unknown): Promise<void> {
    const input = at.locator('input').first();
    for (const text of Array.isArray(value) ? value : []) {
      await this.visit.hands.fill(input, this.meaning.typed(text));
      await this.visit.hands.press('Enter');
    }
  }

  async #entries(at: Locator, path: string, values: unknown[]): Promise<void> {
    const { hands } = this.visit;
    const entryAt = (index: number) => at.locator(`[data-path^="${path}[${index}]"]`);
    let count = 0;
    while ((await entryAt(count).count()) > 0) count += 1;
    for (; count > values.length; count -= 1)
      await hands.click(at.getByRole('button', { name: new RegExp(`^Remove entry ${count} `) }));
    if (values.length === 0) return this.#sayNone(at.getByRole('checkbox', { name: 'There are none' }));
    for (; count < values.length; count += 1) await hands.click(at.getByRole('button', { name: /^Add to / }).last());
    for (const [index, value] of values.entries()) await this.fill(isRecord(value) ? value : {}, `${path}[${index}]`);
  }
}
