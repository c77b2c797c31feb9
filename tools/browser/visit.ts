import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { type Fault, watchFaults } from './faults.js';
import { Hands } from './hands.js';

/** Sizes at which every page has to be good, CSS pixels. */
export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Where somebody sits. */
export type Size = keyof typeof SIZES;
/** The colours that they asked for. */
export type Scheme = 'light' | 'dark';

/** How a visit is wanted; default a light desk in Berlin. */
export type VisitOptions = {
  size?: Size;
  scheme?: Scheme;
  zone?: string;
  baseUrl?: string;
  /** What a browser keeps of a person who has signed in before. */
  storageState?: BrowserContextOptions['storageState'];
};

/** One person at a browser of their own: no cookie and no memory is shared with another visit. */
export type Visit = {
  context: BrowserContext;
  page: Page;
  hands: Hands;
  /** Requests that were begun and not yet answered, but for streams. */
  underWay(): number;
  /** What went wrong so far but for what was excused. */
  faults(): Fault[];
  /** Excuses what a test provokes on purpose, such as a lost connection. */
  excuse(pattern: RegExp): void;
  close(): Promise<void>;
};

/** Opens a visit. Motion is off, as for somebody who asked for none, so that a page is still when it is looked at. */
export async function openVisit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { size = 'desk', scheme = 'light', zone = 'Europe/Berlin', baseUrl, storageState } = options;
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: zone,
    ...(size === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
    ...(baseUrl !== undefined && { baseURL: baseUrl }),
    ...(storageState !== undefined && { storageState }),
  });
  const faults = await watchFaults(context);
  const underWay = new Set<Request>();
  context.on('request', (request) => void (request.resourceType() !== 'eventsource' && underWay.add(request)));
  const over = (request: Request) => void underWay.delete(request);
  context.on('requestfinished', over).on('requestfailed', over);
  const excused: RegExp[] = [];
  const page = await context.newPage();
  return {
    context,
    page,
    hands: new Hands(page),
    underWay: () => underWay.size,
    faults: () => faults.filter(({ what }) => !excused.some((pattern) => pattern.test(what))),
    excuse: (pattern) => void excused.push(pattern),
    close: () => context.close(),
  };
}
