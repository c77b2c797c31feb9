import type { CaseEvent } from '../../domain/case/events.js';

/** An entry of a ledger with the time at which the database committed it, milliseconds since the epoch. */
export type Committed = { caseId: string; seq: number; commandId: string; committedAt: number; event: CaseEvent };

/** From when on somebody was, or was not, entitled to access. */
export type Turn = { at: number; person: string; entitled: boolean };

/**
 * Says from ledger rows alone who was entitled to access and when; it shares no rule with the product.
 *
 * In the cases of this harness somebody is, who was accepted, is not suspended, and has signed an assignment that evidence cites and nobody revoked.
 */
export function turnsOf(rows: Committed[]): Turn[] {
  const accepted = new Set<string>();
  const suspended = new Set<string>();
  const papers = new Map<string, { person: string; signed: boolean; revoked: boolean }>();
  const cited = new Map<string, string>();
  const now = new Map<string, boolean>();
  const turns: Turn[] = [];
  for (const { event, committedAt } of rows) {
    note(event, { accepted, suspended, papers, cited });
    for (const person of accepted) {
      const paper = papers.get(cited.get(person) ?? '');
      const entitled = paper?.person === person && paper.signed && !paper.revoked && !suspended.has(person);
      if (entitled === (now.get(person) ?? false)) continue;
      now.set(person, entitled);
      turns.push({ at: committedAt, person, entitled });
    }
  }
  return turns;
}

type Notes = {
  accepted: Set<string>;
  suspended: Set<string>;
  papers: Map<string, { person: string; signed: boolean; revoked: boolean }>;
  cited: Map<string, string>;
};

function note(event: CaseEvent, { accepted, suspended, papers, cited }: Notes): void {
  if (event.type === 'PersonAccepted') accepted.add(event.person);
  else if (event.type === 'AccessSuspended') suspended.add(event.person);
  else if (event.type === 'AccessResumed') suspended.delete(event.person);
  else if (event.type === 'PaperDrafted' && event.paper.kind === 'contributor-assignment')
    papers.set(event.paper.id, { person: event.paper.person ?? '', signed: false, revoked: false });
  else if (event.type === 'PaperSigned')
    change(papers, event.paper, (paper) => (paper.signed ||= event.by === paper.person));
  else if (event.type === 'PaperRevoked') change(papers, event.paper, (paper) => (paper.revoked = true));
  else if (event.type === 'EvidenceSubmitted' && event.control === 'IP-2' && event.person !== undefined)
    cited.set(event.person, String(event.form.paper));
}

function change<V>(map: Map<string, V>, key: string, act: (value: V) => void): void {
  const value = map.get(key);
  if (value !== undefined) act(value);
}
