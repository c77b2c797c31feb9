import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { papersCitedBy } from '../controls/cited.js';
import { parseSubjectKey } from '../controls/control.js';
import { own } from '../record.js';
import { type Instant, notAfter } from '../time.js';
import type { Paper } from './paper.js';

const ended = (p: Paper): boolean => p.state === 'expired' || p.state === 'revoked' || p.state === 'superseded';

function paperFacts(state: CaseState, p: Paper, now: Instant): CaseEvent[] {
  if (ended(p)) return [];
  if (p.until !== undefined && notAfter(p.until, now)) return [{ type: 'PaperExpired', paper: p.id }];
  if (p.state === 'signed' && notAfter(p.from, now))
    return [{ type: 'PaperCameIntoForce', paper: p.id, textHash: p.textHash }];
  const old = p.supersedes === undefined ? undefined : own(state.papers, p.supersedes);
  if (p.state !== 'in-force' || old === undefined || ended(old) || isReliedOn(state, old.id)) return [];
  return [{ type: 'PaperSuperseded', paper: old.id, by: p.id }];
}

/** True while evidence in force cites a document: it stands until its successor is decided (design, decision 19). */
const isReliedOn = ({ evidence }: CaseState, paper: string): boolean =>
  Object.entries(evidence).some(([key, { form }]) =>
    papersCitedBy(parseSubjectKey(key).controlId, form).includes(paper),
  );

/** A signed paper comes into force at its start and expires at its end; the one it replaces is superseded once nothing rests on it. */
export const papersClockwork: Clockwork = {
  name: 'papers',
  facts: (state, now) => Object.values(state.papers).flatMap((p) => paperFacts(state, p, now)),
  agenda: (state) =>
    Object.values(state.papers).flatMap((p) => {
      if (ended(p)) return [];
      return [...(p.state === 'signed' ? [p.from] : []), ...(p.until === undefined ? [] : [p.until])];
    }),
};
