import { browserOfFile } from '../support/browser/browserOfFile.js';
import { upOfFile } from '../support/browser/upOfFile.js';

const installed = upOfFile();
const visits = browserOfFile();

test('the page that explains the API shows its areas, and the routes of the one that is opened', async () => {
  const visit = await visits.open({ baseUrl: installed.url() });
  // The page's own bundle adds a style that the policy refuses; it does without.
  visit.excuse(/^(Applying inline style violates|style-src-elem blocks inline)/);
  await visit.page.goto('/api/docs');
  for (const area of ['cases', 'commands', 'audit', 'sign-in', 'console']) {
    await visit.page.locator(`.opblock-tag[data-tag="${area}"]`).click();
    await visit.page.locator(`[id^="operations-${area}-"]`).first().waitFor();
  }
  await visit.page.getByText('Open a case from its file').waitFor();
});
