import type { BrowserContext, Request } from 'playwright-core';

/** Something that no page may do while a person works, and the page that did it. */
export type Fault = {
  kind: 'console' | 'policy' | 'error' | 'request' | 'answer' | 'elsewhere';
  what: string;
  page: string;
};

/** Tells a violation of the content security policy to the binding below; it runs before any script of the page. */
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  globalThis.drawbridgeViolation(event.violatedDirective + ' blocks ' + (event.blockedURI || 'inline')));`;

/** What a page that was left, or that changed its mind, gives up by itself. */
const GIVEN_UP = 'net::ERR_ABORTED';

const isLoopback = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return !protocol.startsWith('http') || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
};

/**
 * Collects what goes wrong on every page of a context: errors on the console, errors and rejections that nobody handled,
 * violations of the content security policy, requests that failed, answers of 500 and above, and requests that leave
 * this machine.
 */
export async function watchFaults(context: BrowserContext): Promise<Fault[]> {
  const faults: Fault[] = [];
  await context.exposeBinding('drawbridgeViolation', ({ page }, what: string) => {
    faults.push({ kind: 'policy', what, page: page.url() });
  });
  await context.addInitScript({ content: TELL_VIOLATIONS });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    faults.push({ kind: 'console', what: `${message.text()} (${url})`, page: message.page()?.url() ?? '' });
  });
  context.on('weberror', (error) => {
    faults.push({ kind: 'error', what: String(error.error()), page: error.page()?.url() ?? '' });
  });
  context.on('request', (request) => {
    const what = `${request.method()} ${request.url()}`;
    if (!isLoopback(request.url())) faults.push({ kind: 'elsewhere', what, page: pageOf(request) });
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    if (why !== GIVEN_UP)
      faults.push({ kind: 'request', what: `${request.method()} ${request.url()}: ${why}`, page: pageOf(request) });
  });
  context.on('response', (response) => {
    const what = `${response.request().method()} ${response.url()}: ${response.status()}`;
    if (response.status() >= 500) faults.push({ kind: 'answer', what, page: pageOf(response.request()) });
  });
  return faults;
}

/** The page that asked, or that was asked for; a request of a frame that is gone has none. */
function pageOf(request: Request): string {
  if (request.isNavigationRequest()) return request.url();
  try {
    return request.frame().url();
  } catch {
    return '';
  }
}
