import type { Locator, Page } from 'playwright-core';

/** What somebody's hands have done: presses of a button, keys, and fields that were filled in. */
export type Tally = { clicks: number; keys: number; fields: number };

/** Seconds of the keystroke-level model (Card, Moran and Newell, 1980), for an average typist who is no expert. */
const SECONDS = { key: 0.28, point: 1.1, press: 0.2, home: 0.4, think: 1.35 };

/** Minutes that a skilled person takes for this much, a thought before each field and each click included. */
export const minutesOf = ({ clicks, keys, fields }: Tally): number =>
  (clicks * (SECONDS.point + SECONDS.press + SECONDS.think) +
    keys * SECONDS.key +
    fields * (SECONDS.point + SECONDS.press + 2 * SECONDS.home + SECONDS.think)) /
  60;

/** The hands of one person on a page; everything that they do is counted. */
export class Hands {
  readonly tally: Tally = { clicks: 0, keys: 0, fields: 0 };

  constructor(private readonly page: Page) {}

  async click(at: Locator): Promise<void> {
    await at.click();
    this.tally.clicks += 1;
  }

  /** A key, or several at once such as `Control+k`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.tally.keys += key.split('+').length;
  }

  /** Fills a field in: as many keys as the text has signs. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.tally.fields += 1;
    this.tally.keys += text.length;
  }

  /** Types where the focus is, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.tally.keys += text.length;
  }

  /** Picks one of a list: a click to open it, a click on the choice. */
  async choose(list: Locator, option: string): Promise<void> {
    await list.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
    this.tally.clicks += 2;
    this.tally.fields += 1;
  }

  /** Drops a file on a place, as from the desktop; counted as one click. */
  async drop(on: Locator, file: { name: string; type: string; text: string }): Promise<void> {
    const files = await this.page.evaluateHandle(`(${DROPPED})(${JSON.stringify(file)})`);
    for (const event of ['dragenter', 'dragover', 'drop']) await on.dispatchEvent(event, { dataTransfer: files });
    await files.dispose();
    this.tally.clicks += 1;
  }

  /** Chooses a file in the browser's own dialog; counted as two clicks. */
  async attach(input: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await input.setInputFiles(file);
    this.tally.clicks += 2;
  }
}

/** Runs in the page. */
const DROPPED = `(file) => {
  const data = new DataTransfer();
  data.items.add(new File([file.text], file.name, { type: file.type }));
  return data;
}`;
