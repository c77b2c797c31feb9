import { browserOfFile } from '../support/browser/browserOfFile.js';
import { upOfFile } from '../support/browser/upOfFile.js';

const installed = upOfFile();
const visits = browserOfFile();

test('the page that explains the API shows its routes', async () => {
  const visit = await visits.open({ baseUrl: installed.url() });
  // The page's own bundle adds a style that the policy refuses; it does without.
  visit.excuse(/^(Applying inline style violates|style-src-elem blocks inline)/);
  await visit.page.goto('/api/docs');
  await visit.page.getByText('Open a case from its file').waitFor();
});
