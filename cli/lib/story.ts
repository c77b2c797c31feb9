import { type Story, story } from '../../contract/story.js';
import { caseAt, type Work } from './act.js';
import { askJson } from './http.js';

/** Entries asked for at once. */
const PAGE = 1_000;

/** The story of a case, page by page to its end. `query` is that of the API without paging. */
export async function readStory(
  { session }: Work,
  caseId: string,
  query: Record<string, string | undefined>,
  after = 0,
): Promise<Omit<Story, 'nextAfterSeq'>> {
  const all: Omit<Story, 'nextAfterSeq'> = { entries: [], names: {}, zone: '' };
  for (let afterSeq: number | undefined = after; afterSeq !== undefined; ) {
    const page: Story = await askJson(session, caseAt(caseId, 'story'), story, {
      query: { ...query, afterSeq, limit: PAGE },
    });
    all.entries.push(...page.entries);
    Object.assign(all.names, page.names);
    all.zone = page.zone;
    afterSeq = page.nextAfterSeq;
  }
  return all;
}
