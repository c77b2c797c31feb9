import type { KnownAnswer } from '../../contract/console/form.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import type { FormShape } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { rosterOf } from '../../domain/controls/judge.js';
import { type FromCase, knownFromCase } from '../../domain/controls/knownFromCase.js';
import { own } from '../../domain/record.js';
import { toMs } from '../../domain/time.js';
import { choiceText } from '../words/fill.js';

/** Where the case knows an answer from, in words. */
function fromWords(known: FromCase): string {
  switch (known.from) {
    case 'case-file':
      return 'the case file';
    case 'roster':
      return 'the roster';
    case 'model':
      return `the engagement model chosen: ${choiceText(String(known.value))}`;
    case 'control':
      return known.control;
    default: {
      const never: never = known;
      return never;
    }
  }
}

/** Answers that are each person’s own: their document, its text, what was done on which day and by whom. */
const ONES_OWN: readonly string[] = ['paper', 'hash', 'day', 'url', 'person', 'record', 'list'];

/** The latest answers for somebody else that the reader may read, as far as they are not that person’s own. */
function asFor(
  state: CaseState,
  { control, person, shape }: Subject & { shape: FormShape },
  mayRead: MayRead,
): KnownAnswer[] {
  const others = rosterOf(state).flatMap((other) => {
    const evidence = other === person ? undefined : own(state.evidence, subjectKey(control, other));
    return evidence !== undefined && mayRead(evidence) ? [{ other, evidence }] : [];
  });
  const [latest] = others.sort((a, b) => toMs(b.evidence.at) - toMs(a.evidence.at));
  if (latest === undefined) return [];
  return Object.entries(shape).flatMap(([field, { kind }]) => {
    const value = own(latest.evidence.form, field);
    return value === undefined || ONES_OWN.includes(kind)
      ? []
      : [{ field, value, from: `the answers for {person:${latest.other}}` }];
  });
}

/** The one document about somebody that has not ended. */
function paperOf(state: CaseState, person: PersonId, shape: FormShape): KnownAnswer[] {
  if (shape.paper?.kind !== 'paper') return [];
  const about = Object.values(state.papers).filter(
    (paper) => paper.person === person && ['draft', 'sent', 'in-force'].includes(paper.state),
  );
  const [only] = about;
  return only === undefined || about.length > 1
    ? []
    : [{ field: 'paper', value: only.id, from: `the only document about {person:${person}}` }];
}

type Subject = { control: string; person?: PersonId };
type MayRead = (evidence: Evidence) => boolean;

/** What need not be typed, each with where the case knows it from; what was answered before stands apart. */
export function knownAnswers(state: CaseState, { control, person }: Subject, mayRead: MayRead): KnownAnswer[] {
  const shape = own(CONTROLS, control)?.form;
  if (!shape) return [];
  const filled = knownFromCase(state, control).map(
    (known): KnownAnswer => ({ field: known.field, value: known.value, from: fromWords(known) }),
  );
  return person === undefined
    ? filled
    : [...filled, ...paperOf(state, person, shape), ...asFor(state, { control, person, shape }, mayRead)];
}
