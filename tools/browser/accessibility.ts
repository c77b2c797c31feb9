import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is looked at: a part of a page, some rules; default all of it, by all rules of the levels. */
export type Looked = { within?: string; rules?: string[] };

/** One violation at one place: `rule · selector · page · why`. */
export async function violationsOn(page: Page, { within, rules }: Looked = {}): Promise<string[]> {
  // One frame, and no second page for the reckoning.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === undefined) axe.withTags(TAGS);
  else axe.withRules(rules);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  const { pathname } = new URL(page.url());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${id} · ${target.flat().join(' ')} · ${pathname} · ${why}`;
    }),
  );
}
