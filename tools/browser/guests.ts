import type { BrowserContextOptions } from 'playwright-core';
import type { RunningBrowser } from './browser.js';
import type { House } from './house/house.js';
import { PEOPLE, type PersonName } from './screens.js';
import { signInAtProvider, signInByCode } from './signIn.js';
import { openVisit, type Visit, type VisitOptions } from './visit.js';

type Signed = BrowserContextOptions['storageState'];

/** Opens visits of people who are signed in already; each of them signs in once, through the pages. */
export class Guests {
  readonly #signed = new Map<PersonName, Promise<Signed>>();

  constructor(
    private readonly running: RunningBrowser,
    private readonly house: House,
  ) {}

  async open(name: PersonName | undefined, options: VisitOptions = {}): Promise<Visit> {
    const baseUrl = this.house.url;
    if (name === undefined) return await openVisit(this.running.browser, { ...options, baseUrl });
    let signed = this.#signed.get(name);
    if (signed === undefined) {
      signed = this.#signIn(name);
      this.#signed.set(name, signed);
    }
    return await openVisit(this.running.browser, { ...options, baseUrl, storageState: await signed });
  }

  async #signIn(name: PersonName): Promise<Signed> {
    const visit = await openVisit(this.running.browser, { baseUrl: this.house.url });
    try {
      const { email, way } = PEOPLE[name];
      if (way === 'provider') await signInAtProvider(visit, { email });
      else await signInByCode(visit, { email }, this.house.mailboxUrl);
      return await visit.context.storageState();
    } finally {
      await visit.close();
    }
  }
}
