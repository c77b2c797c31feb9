import type { Ground } from '../../contract/explain.js';
import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import { subjectKey } from '../../domain/controls/control.js';
import { approvalText, controlText, personText } from '../facts/names.js';
import { narrate } from '../facts/narrate.js';
import type { Reader } from '../words/fill.js';

/** Which facts established something, and what it is called. */
type Origin = { title: string; isOf(event: CaseEvent): boolean };

const PAPER_FACTS: readonly CaseEvent['type'][] = ['PaperSent', 'PaperSigned', 'PaperCameIntoForce'];

function paper(id: string, hash: string, rows: RecordedEvent[]): Origin {
  const [title = id] = rows.flatMap(({ event }) =>
    (event.type === 'PaperDrafted' || event.type === 'PaperReused') && event.paper.id === id ? [event.paper.title] : [],
  );
  return {
    title: `${title} (${id}), text ${hash}`,
    isOf: (event) =>
      ((event.type === 'PaperDrafted' || event.type === 'PaperReused') && event.paper.id === id) ||
      ('paper' in event && event.paper === id && PAPER_FACTS.includes(event.type)),
  };
}

const evidence = (key: string, hash: string): Origin => ({
  title: `Evidence ${controlText(key)}, form ${hash}`,
  isOf: (event) =>
    event.type === 'EvidenceSubmitted' && subjectKey(event.control, event.person) === key && event.formHash === hash,
});

/** A document that evidence names somewhere in its form. */
const document = (hash: string): Origin => ({
  title: `Document ${hash}`,
  isOf: (event) => event.type === 'EvidenceSubmitted' && JSON.stringify(event.form).includes(hash),
});

const intake: Origin = {
  title: 'The case file',
  isOf: ({ type }) => type === 'CaseOpened' || type === 'PlanRecompiled',
};

const gate = (stage: string, hash: string): Origin => ({
  title: `${approvalText(`gate:${stage}`)}, content ${hash}`,
  isOf: (event) =>
    (event.type === 'ApprovalGiven' || event.type === 'ApprovalCompleted') &&
    event.approval === `gate:${stage}` &&
    event.contentHash === hash,
});

const waiver = (key: string, until: string): Origin => ({
  title: `Waiver of ${controlText(key)} until ${until}`,
  isOf: (event) => event.type === 'ControlWaived' && event.key === key && event.until === until,
});

const roster = (person: string): Origin => ({
  title: `Acceptance of ${personText(person)}`,
  isOf: (event) => (event.type === 'PersonProposed' || event.type === 'PersonAccepted') && event.person === person,
});

/** What a reference of a grant stands for: `paper:<id>@<text hash>`, `evidence:<key>@<form hash>`, `document:<hash>`, `gate:<stage>@<content hash>`, `waiver:<key>@<end>`, `roster:<person>`. */
function originOf(ref: string, rows: RecordedEvent[]): Origin {
  const [, kind = '', of = '', mark = ''] = /^([a-z]+):(.*?)(?:@([^@]*))?$/.exec(ref) ?? [];
  switch (kind) {
    case 'paper':
      return paper(of, mark, rows);
    case 'evidence':
      return evidence(of, mark);
    case 'gate':
      return gate(of, mark);
    case 'waiver':
      return waiver(of, mark);
    case 'document':
      return document(of);
    case 'intake':
      return intake;
    case 'person':
    case 'roster':
      return roster(of);
    default:
      return { title: ref, isOf: () => false };
  }
}

/** Each thing that a grant rested on, with the entries of the ledger that established it; `rows` end where the question does. */
export const groundsOf = (refs: string[], rows: RecordedEvent[], reader: Reader): Ground[] =>
  refs.map((ref) => {
    const { title, isOf } = originOf(ref, rows);
    const entries = rows.flatMap(({ seq, at, actor, event }) => {
      if (!isOf(event)) return [];
      const { text, why } = narrate(event, reader);
      return [{ seq, at, by: actor.personId, role: actor.role, text, ...(why !== undefined && { why }) }];
    });
    return { ref, title, entries };
  });
