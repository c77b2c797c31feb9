import { casePage } from '../../contract/cases.js';
import { CliError, EXIT } from '../exit.js';
import { askJson } from './http.js';
import type { Session } from './session.js';

/** Longest text that a list can be searched for. */
const SEARCH_MAX = 100;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Refuses to open a case where one of the same title with the same vendor is not closed: a file that is opened twice is mostly a slip. */
export async function refuseTwin(
  session: Session,
  { title, vendor }: { title: string; vendor: string },
): Promise<void> {
  const query = { search: title.trim().slice(0, SEARCH_MAX), limit: 200 };
  const { rows } = await askJson(session, '/api/cases', casePage, { query });
  const twin = rows.find((row) => row.status !== 'closed' && same(row.title, title) && same(row.vendor, vendor));
  if (twin === undefined) return;
  throw new CliError(EXIT.refused, `“${twin.title}” with ${twin.vendor} is open already, as case ${twin.caseId}.`, {
    hint: `Look at it with: drawbridge case show ${twin.caseId}\nTo open another one on purpose, add --another.`,
  });
}
