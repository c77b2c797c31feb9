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

/** What a resource is, as the case file says. */
type Resource = { id: string; kind: string; personalData: boolean };

/** Controls of the case that have to have evidence for anything to be held; the kinds are those of the paper that it cites. */
const FOR_ANY: Record<string, string[]> = {
  'IP-1': ['master-agreement'],
  'IP-3': ['nda'],
  'IP-6': [],
  'IP-7': ['annex', 'master-agreement'],
  'DC-5': [],
  'ON-4': [],
  'KP-1': [],
  'KP-2': [],
  'KP-3': [],
  'KP-4': [],
  'KP-5': [],
};
/** What client data and models ask for beside it. */
const FOR_DATA: Record<string, string[]> = { 'IP-4': ['annex'], 'IP-5': ['annex'] };
const FOR_PERSONAL_DATA: Record<string, string[]> = { 'DP-1': ['dpa'], 'DP-3': ['dpa'], 'DP-4': [] };
/** What is asked of each person. */
const FOR_PERSON: Record<string, string[]> = {
  'IP-2': ['contributor-assignment'],
  'DC-1': [],
  'DC-4': [],
  'PP-2': [],
  'PP-3': [],
};
/** Answers with which evidence is none. */
const BAD_ANSWERS: Record<string, (form: Record<string, unknown>) => boolean> = {
  'IP-1': (f) => f.assignment !== 'hereby-assigns' || !['creation', 'commit'].includes(String(f.effectiveOn)),
  'IP-2': (f) => f.assignment !== 'hereby-assigns' || !['creation', 'commit'].includes(String(f.effectiveOn)),
  'DC-4': (f) => f.encrypted !== true || f.endpointProtection !== true || f.localCopies !== false,
  'PP-2': (f) => f.matches !== true,
  'PP-3': (f) => f.acknowledged !== true,
};

/** What one case's rows say of papers, people, gates and whoever holds access. */
export class Bookkeeper {
  readonly #papers = new Map<string, Paper>();
  readonly #forms = new Map<string, Record<string, unknown>>();
  readonly #accepted = new Set<string>();
  readonly #suspended = new Set<string>();
  readonly #stops = new Map<string, (person: string, resource: string) => boolean>();
  readonly #gates = new Set<string>();
  readonly #flags = new Set<string>();
  readonly #held = new Map<string, { person: string; resource: string; notAfter: number }>();
  #resources: Resource[] = [];
  #residency: string[] | undefined;
  readonly #countries = new Map<string, string>();
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
      case 'CaseOpened': {
        const { resources, data, engineers } = event.intake;
        this.#resources = resources.map(({ provider, kind, id, personalData }) => ({
          ...{ id: `${provider}:${id}`, kind, personalData },
        }));
        this.#residency = data.residency?.countries;
        for (const { person, country } of engineers) this.#countries.set(person, country);
        return;
      }
      case 'PersonProposed':
        this.#countries.set(event.person, event.country);
        return;
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
      case 'AccessStopped':
        this.#stops.set(event.stop, (person, resource) =>
          event.scope === 'person'
            ? event.person === person
            : event.scope === 'case' || event.resource.toLowerCase() === resource.toLowerCase(),
        );
        return;
      case 'StopLifted':
        this.#stops.delete(event.stop);
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
        this.#held.set(event.lease, {
          person: event.person,
          resource: event.resource,
          notAfter: event.notAfter === undefined ? Number.POSITIVE_INFINITY : Date.parse(event.notAfter),
        });
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
    const now = Date.parse(at);
    return [...this.#held].flatMap(([lease, { person, resource, notAfter }]) => [
      ...this.lacks(person, resource, now, when).map((what) => `${at}: ${lease} is held without ${what}`),
      ...(when === 'from' && now >= notAfter ? [`${at}: ${lease} is held beyond what it rests on`] : []),
    ]);
  }

  /** What somebody would hold access to a resource without at an instant; empty where they may. */
  lacks(person: string, resource: string, at: number, when: 'up to' | 'from'): string[] {
    const { personalData: personal = true, kind } = this.#resources.find((r) => r.id === resource) ?? {};
    const isAsset = kind === 'data-set' || kind === 'model';
    const ofCase = { ...FOR_ANY, ...(isAsset || personal ? FOR_DATA : {}), ...(personal ? FOR_PERSONAL_DATA : {}) };
    const missing: [string, boolean][] = [
      ...Object.entries(ofCase).map(([id, kinds]): [string, boolean] => [id, this.#rests(id, kinds, at, when)]),
      ...Object.entries(FOR_PERSON).map(([id, kinds]): [string, boolean] => [
        `${id} of that person`,
        this.#rests(id, kinds, at, when, person),
      ]),
      ['DC-2', kind !== 'data-set' || this.#forms.has('DC-2')],
      ['DC-3', kind !== 'model' || this.#rests('DC-3', ['master-agreement'], at, when)],
      ['an attestation (SA-1, SA-2, SA-3)', this.#attested(at, when)],
      ['acceptance (PP-1)', this.#accepted.has(person)],
      ['being unsuspended', !this.#suspended.has(person)],
      ['being stopped by nobody', ![...this.#stops.values()].some((stops) => stops(person, resource))],
      ['sitting where the data may be reached from (DP-2)', this.#inRegion(person, personal || isAsset)],
      ['the gate of the contract', this.#gates.has('contract')],
      ['the gate of the attestation', this.#gates.has('attestation')],
      ['the gate of the working agreement', this.#gates.has('working-agreement')],
      ['RF-2 being down', !this.#flags.has('RF-2') && !this.#flags.has(`RF-2:${person}`)],
      ['an open case', !this.#closing],
      ['a case that is not paused', !this.#paused],
    ];
    return missing.flatMap(([what, there]) => (there ? [] : [what]));
  }

  #inRegion(person: string, bound: boolean): boolean {
    return !bound || this.#residency === undefined || this.#residency.includes(this.#countries.get(person) ?? '');
  }

  /** One path is enough: a report or certificate in force, or an attestation in progress before its day. */
  #attested(at: number, when: 'up to' | 'from'): boolean {
    const progress = this.#forms.get('SA-3');
    // The day counts to its end, wherever the client is.
    const inTime =
      progress !== undefined && at <= Date.parse(`${String(progress.targetDate)}T23:59:59Z`) + 12 * 3_600_000;
    return inTime || ['SA-1', 'SA-2'].some((id) => this.#rests(id, ['attestation-report'], at, when));
  }

  /** True when there is good evidence and the paper that it cites, if it has to cite one, is in force: signed by all, inside its window, not ended. */
  #rests(id: string, kinds: string[], at: number, when: 'up to' | 'from', person?: string): boolean {
    const form = this.#forms.get(person === undefined ? id : `${id}:${person}`);
    if (form === undefined || BAD_ANSWERS[id]?.(form) === true) return false;
    if (kinds.length === 0) return true;
    const paper = this.#papers.get(String(form.paper));
    if (paper === undefined || !kinds.includes(paper.kind) || paper.ended) return false;
    const signed = paper.signers.length > 0 && paper.signers.every((s) => paper.signed.has(s));
    const inside = paper.from <= at && (when === 'from' ? at < paper.until : at <= paper.until);
    const aboutThem = person === undefined || (paper.person === person && paper.signed.has(person));
    return signed && inside && aboutThem;
  }
}
