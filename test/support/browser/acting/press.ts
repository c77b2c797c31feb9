import type { Response } from 'playwright-core';
import type { Acted } from '../../../../rehearsal/acts.js';
import type { Visit } from '../../../../tools/browser/visit.js';

/** So often somebody presses while the server says to try again. */
const PRESSES = 4;
const AWAY = [502, 503, 504];

/** Presses the button that sends, and waits for what the server says and the page shows; where it says to try again, as a person does. */
export async function press(visit: Visit, name: string | RegExp | undefined): Promise<Response> {
  const { page, hands } = visit;
  const button = name === undefined ? page.locator('form button[type="submit"]') : page.getByRole('button', { name });
  for (let left = PRESSES; ; left -= 1) {
    const sent = page.waitForResponse(
      (r) => r.url().includes('/commands/') && !r.url().endsWith('/preview') && r.request().method() === 'POST',
    );
    const [answer] = await Promise.all([sent, hands.click(button.last())]);
    if (answer.ok()) {
      await page
        .getByText(/Recorded as number \d+/)
        .first()
        .waitFor();
      return answer;
    }
    // A refusal is an answer like another; the browser tells it on its console.
    visit.excuse(new RegExp(`${answer.status()}.*/commands/|/commands/.*${answer.status()}`));
    await page.getByRole('alert').first().waitFor();
    if (!AWAY.includes(answer.status()) || left === 1) return answer;
  }
}

/** What the server said to an act. */
export async function outcomeOf(answer: Response): Promise<Pick<Acted, 'refused' | 'notes'>> {
  const body: { notes?: string[]; code?: string; detail?: string } = await answer.json();
  if (answer.ok()) return { notes: body.notes ?? [] };
  return { notes: [], refused: { code: body.code ?? String(answer.status()), message: body.detail ?? '' } };
}
