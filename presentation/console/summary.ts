import type { DecidedControl } from '../../contract/console/decision.js';
import type { Instant } from '../../domain/time.js';
import { dateText } from '../words/dates.js';

type Told = Pick<DecidedControl, 'status' | 'missing' | 'answers' | 'documents'> & { until: Instant | undefined };

/** Answers that are short enough for a line, in characters, and how many of them. */
const SHORT = 40;
const MOST = 2;
/** A threshold that is longer stands in the answers alone, characters. */
const SHORT_POLICY = 60;
/** How an empty list reads. */
const NONE = 'none';
/** Checks from this many on are counted, not told one by one. */
const CHECKS = 4;

/** A control in a few words: what is missing, how many checks are passed, or its first short answers beside what the policy asks. */
export function summaryOf({ status, missing, answers, documents, until }: Told): string {
  if (status === 'waived') return until === undefined ? 'waived' : `waived until ${dateText(until)}`;
  const [first] = missing;
  if (status !== 'met' && first !== undefined) return first;
  const checks = answers.filter(({ answer }) => answer === 'yes' || answer === 'no');
  if (checks.length >= CHECKS)
    return `${checks.filter(({ answer }) => answer === 'yes').length} of ${checks.length} yes`;
  // What stands beside them already is no news.
  const known = new Set([...checks.map(({ answer }) => answer), ...documents.map(({ title }) => title)]);
  const news = answers.filter(({ answer }) => !known.has(answer));
  // Without its question "none" reads as an answer to the title: it stands there only where nothing else does.
  const telling = news.filter(({ answer }) => answer !== NONE);
  const short = telling.filter(({ answer }) => answer.length <= SHORT);
  // What the policy speaks of is what the decision turns on.
  const told = [...(short.length > 0 ? short : telling.length > 0 ? telling : news)].sort(
    (a, b) => Number(b.policy !== undefined) - Number(a.policy !== undefined),
  );
  return told
    .slice(0, MOST)
    .map(({ answer, policy }) =>
      policy === undefined || policy.length > SHORT_POLICY ? answer : `${answer} (${policy})`,
    )
    .join(' · ');
}
