import { type NamedCoverage, namedCoverage } from '../../contract/report.js';
import { caseAt, type Work } from './act.js';
import { askJson } from './http.js';
import { inProse } from './names.js';
import { heading, paint, painted, safe, show, table } from './print.js';
import { stamp } from './times.js';

/** Answers whether a person was covered on a day, and by what. */
export async function tellCoverage(work: Work, caseId: string, person: string, day: string): Promise<void> {
  const answer = await askJson(work.session, caseAt(caseId, 'coverage'), namedCoverage, { query: { person, day } });
  show(work.globals.json, answer, () => inWords(answer));
}

const WORDS = { 'all-day': 'covered all day', 'part-of-day': 'covered part of the day', not: 'not covered' } as const;

function inWords(answer: NamedCoverage): string {
  const verdict = WORDS[answer.covered];
  const name = safe(answer.names[answer.person] ?? answer.person);
  const body = answer.requirements.map((one) => [
    one.id,
    one.title,
    painted(one.held === 'all-day' ? paint.green('all day') : paint.red(one.held === 'not' ? 'no' : 'part of it')),
    inProse([...new Set(one.intervals.flatMap((interval) => interval.by))].join(', '), answer.names),
  ]);
  return [
    `${name} was ${answer.covered === 'not' ? paint.red(verdict) : paint.green(verdict)} on ${answer.day}.`,
    ...answer.intervals.map((interval) => `  from ${stamp(interval.from)} until ${stamp(interval.until)}`),
    heading('What it takes'),
    table(['ID', 'WHAT', 'HELD', 'BY'], body),
    ...(answer.access.length === 0 ? ['', 'No access was open on that day.'] : []),
    ...answer.access.map(
      (one) =>
        `Access to ${safe(one.resource)} ${one.grantedAt === undefined ? 'without a grant' : `since ${stamp(one.grantedAt)}`}${one.endedAt === undefined ? '' : `, ended ${stamp(one.endedAt)}: ${one.cause ?? ''}`}`,
    ),
  ].join('\n');
}
