import type { CaseEvent, RecordedEvent } from '../../../domain/case/events.js';

/**
 * An independent judge: it reads the ledger's rows and nothing else, shares no rule with the product, and says where somebody held access on the record
 * without what it rests on, or decided what they had asked for. Types are all that it imports.
 */
export function breachesOf(rows: RecordedEvent[]): string[] {
  const book = new Bookkeeper();
  const breaches: string[] = [];
  for (const [i, row] of rows.entries()) {
    const endsBatch = rows[i + 1]?.commandId !== row.commandId;
    // What was held since the batch before must have lasted up to this instant.
    if (rows[i - 1]?.commandId !== row.commandId) breaches.push(...book.heldWithout(row.at, 'up to'));
    breaches.push(...book.take(row));
    if (endsBatch) breaches.push(...book.heldWithout(row.at, 'from'));
  }
  return breaches;
}

type Paper = {
  kind: string;
  person?: string;
  signers: string[];
  signed: Set<string>;
  from: number;
  until: number;
  ended: boolean;
};

class Bookkeeper {
  readonly #papers = new Map<string, Paper>();
  readonly #forms = new Map<string, Record<string, unknown>>();
  readonly #accepted = new Set<string>();
  readonly #suspended = new Set<string>();
  readonly #gates = new Set<string>();
  readonly #flags = new Set<string>();
  readonly #held = new Map<string, string>();
  readonly #requesters = new Map<string, string[]>();
  #closing = false;
  #paused = false;

  /** Notes one row; answers what is wrong with it by itself. */
  take({ event, actor, at }: RecordedEvent): string[] {
    this.#note(event);
    if (event.type === 'ApprovalGiven') {
      const asked = this.#requesters.get(event.approval) ?? [];
      const behind = [actor.personId, event.onBehalfOf].filter((p) => p !== undefined && asked.includes(p));
      return behind.map((p) => `${at}: ${p} stands behind the approval of ${event.approval} and asked for it`);
    }
    if (event.type === 'AccessOpened' && !this.#held.has(event.lease))
      return [`${at}: ${event.lease} was opened without a grant`];
    return [];
  }

  #note(event: CaseEvent): void {
    switch (event.type) {
      case 'PaperDrafted': {
        const { kind, person, signers, from, until } = event.paper;
        this.#papers.set(event.paper.id, {
          kind,
          ...(person === undefined ? {} : { person }),
          signers,
          signed: new Set(),
          from: Date.parse(from),
          until: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
          ended: false,
        });
        return;
      }
      case 'PaperReused': {
        const { id, kind, person, signers, signatures, from, until } = event.paper;
        this.#papers.set(id, {
          kind,
          ...(person === undefined ? {} : { person }),
          signers,
          signed: new Set(signatures.map((s) => s.by)),
          from: Date.parse(from),
          until: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
          ended: false,
        });
        return;
      }
      case 'PaperSigned':
        this.#papers.get(event.paper)?.signed.add(event.by);
        return;
      case 'PaperRevoked':
      case 'PaperSuperseded': {
        const paper = this.#papers.get(event.paper);
        if (paper !== undefined) paper.ended = true;
        return;
      }
      case 'EvidenceSubmitted':
        this.#forms.set(event.person === undefined ? event.control : `${event.control}:${event.person}`, event.form);
        return;
      case 'PersonAccepted':
        this.#accepted.add(event.person);
        return;
      case 'PersonRejected':
      case 'PersonLeft':
        this.#accepted.delete(event.person);
        return;
      case 'AccessSuspended':
        this.#suspended.add(event.person);
        return;
      case 'AccessResumed':
        this.#suspended.delete(event.person);
        return;
      case 'StageCompleted':
        this.#gates.add(event.stage);
        return;
      case 'StageReopened':
        this.#gates.delete(event.stage);
        return;
      case 'RedFlagRaised':
        this.#flags.add(event.person === undefined ? event.flag : `${event.flag}:${event.person}`);
        return;
      case 'RedFlagCleared':
        this.#flags.delete(event.key);
        return;
      case 'ApprovalRequested':
        this.#requesters.set(event.approval.id, event.approval.requesters);
        return;
      case 'AccessGranted':
        this.#held.set(event.lease, event.person);
        return;
      case 'AccessEnded':
        this.#held.delete(event.lease);
        return;
      case 'CasePaused':
        this.#paused = true;
        return;
      case 'CaseResumed':
        this.#paused = false;
        return;
      case 'CaseClosing':
        this.#closing = true;
        return;
      default:
    }
  }

  /** Everybody who holds access at this instant without something that it rests on. */
  heldWithout(at: string, when: 'up to' | 'from'): string[] {
    return [...this.#held].flatMap(([lease, person]) =>
      this.#lacks(person, Date.parse(at), when).map((what) => `${at}: ${lease} is held without ${what}`),
    );
  }

  #lacks(person: string, at: number, when: 'up to' | 'from'): string[] {
    const missing: [string, boolean][] = [
      [
        'an assignment of that person in force (IP-2)',
        this.#rests(`IP-2:${person}`, 'contributor-assignment', at, when, person),
      ],
      ['a master agreement in force (IP-1)', this.#rests('IP-1', 'master-agreement', at, when)],
      ['an NDA in force (IP-3)', this.#rests('IP-3', 'nda', at, when)],
      ['acceptance (PP-1)', this.#accepted.has(person)],
      ['being unsuspended', !this.#suspended.has(person)],
      ['the gate of the contract', this.#gates.has('contract')],
      ['the gate of the attestation', this.#gates.has('attestation')],
      ['the gate of the working agreement', this.#gates.has('working-agreement')],
      ['RF-2 being down', !this.#flags.has('RF-2') && !this.#flags.has(`RF-2:${person}`)],
      ['an open case', !this.#closing],
      ['a case that is not paused', !this.#paused],
    ];
    return missing.flatMap(([what, there]) => (there ? [] : [what]));
  }

  /** True when the evidence cites a paper of that kind that is in force: signed by all, inside its window, not ended. */
  #rests(key: string, kind: string, at: number, when: 'up to' | 'from', person?: string): boolean {
    const form = this.#forms.get(key);
    const paper = this.#papers.get(String(form?.paper));
    if (form === undefined || paper === undefined || paper.kind !== kind || paper.ended) return false;
    const signed = paper.signers.length > 0 && paper.signers.every((s) => paper.signed.has(s));
    const inside = paper.from <= at && (when === 'from' ? at < paper.until : at <= paper.until);
    const aboutThem = person === undefined || (paper.person === person && paper.signed.has(person));
    const assigns = form.assignment === undefined || form.assignment === 'hereby-assigns';
    const atCreation =
      form.effectiveOn === undefined || form.effectiveOn === 'creation' || form.effectiveOn === 'commit';
    return signed && inside && aboutThem && assigns && atCreation;
  }
}
