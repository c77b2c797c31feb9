import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor, PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, startOfDay } from '../clocks/businessTime.js';
import { knownPeople, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import type { Paper, Signatory } from './paper.js';
import { decideReuse } from './reuse.js';

export type PaperCommand = Extract<
  HumanCommand,
  { type: 'RegisterPaper' | 'SendPaper' | 'SignPaper' | 'RevokePaper' | 'ReusePaper' }
>;

const HANDLERS_OF_PAPERS = ['vendor-contact', 'procurement', 'legal', 'privacy', 'security'] as const;

/** Decides what is asked of a paper. */
export function decidePaper(state: CaseState, command: PaperCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'RegisterPaper') return register(state, command, actor, now);
  if (command.type === 'ReusePaper') return decideReuse(state, command, actor, now);
  const paper = own(state.papers, command.paper);
  if (paper === undefined) return refuse('UnknownPaper', say('papers.unknown', { paper: command.paper }));
  switch (command.type) {
    case 'SendPaper':
      return (
        unlessRole(state, actor, HANDLERS_OF_PAPERS) ??
        (paper.state === 'draft'
          ? record({ type: 'PaperSent', paper: paper.id })
          : notOpen(say('papers.send-draft-only', { paper: paper.id, state: paper.state })))
      );
    case 'SignPaper':
      return sign(state, paper, command.textHash, actor);
    case 'RevokePaper':
      return (
        unlessRole(state, actor, ['legal', 'procurement', 'vendor-contact']) ?? revoke(paper, command.reason, actor)
      );
    default: {
      const never: never = command;
      return never;
    }
  }
}

/** The vendor alone ends nothing that the client has signed as well; a revocation by the client takes access away and is never late. */
function revoke(paper: Paper, reason: string, actor: Actor): Decision {
  const { id, state, signatures } = paper;
  if (['expired', 'revoked', 'superseded'].includes(state)) return notOpen(say('papers.ended', { paper: id, state }));
  const bothSigned = signatures.some(({ by }) => by === 'client') && (state === 'signed' || state === 'in-force');
  if (actor.role === 'vendor-contact' && bothSigned)
    return refuse('NotYourRole', say('papers.client-ends', { paper: id }));
  return record({ type: 'PaperRevoked', paper: id, reason });
}

/** A document takes the place of one of its kind, about the same person, and signed by the same sides. */
function successorFault(
  old: Paper,
  { kind, signers }: Pick<Paper, 'kind' | 'signers'>,
  person: PersonId | undefined,
): Decision | undefined {
  const unsigned = old.signers.filter((s) => !signers.includes(s));
  const alike = old.kind === kind && old.person === person && unsigned.length === 0;
  return alike
    ? undefined
    : refuse('Malformed', say('papers.no-successor', { paper: old.id, kind: old.kind, signers: old.signers }));
}

const notOpen = (said: Said): Decision => refuse('PaperNotOpen', said);

/** Whom a document is about: an assignment that names nobody is about the one engineer who signs it (IP-2). */
function aboutWhom(
  { people }: CaseState,
  { kind, person, signers }: Extract<PaperCommand, { type: 'RegisterPaper' }>,
): PersonId | undefined {
  if (person !== undefined || kind !== 'contributor-assignment') return person;
  const engineers = signers.filter((s) => Object.hasOwn(people, s));
  return engineers.length === 1 ? engineers[0] : undefined;
}

function register(
  state: CaseState,
  command: Extract<PaperCommand, { type: 'RegisterPaper' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, HANDLERS_OF_PAPERS);
  if (denied) return denied;
  const { paper: id, kind, title, textHash, signers, supersedes } = command;
  const person = aboutWhom(state, command);
  if (own(state.papers, id) !== undefined) return refuse('DuplicateId', say('papers.id-taken', { paper: id }));
  const known = knownPeople(state);
  const unknown = [person, ...signers].find(
    (s) => s !== undefined && s !== 'client' && s !== 'vendor' && !known.includes(s),
  );
  if (unknown !== undefined) return refuse('UnknownPerson', say('people.unknown', { person: unknown }));
  if (kind === 'contributor-assignment' && person === undefined)
    return refuse('Malformed', say('papers.assignment-of-nobody', { paper: id }));
  const old = supersedes === undefined ? undefined : own(state.papers, supersedes);
  if (supersedes !== undefined && old === undefined)
    return refuse('UnknownPaper', say('papers.unknown', { paper: supersedes }));
  const fault = old === undefined ? undefined : successorFault(old, { kind, signers }, person);
  if (fault) return fault;
  const calendar = state.calendars.client;
  const from = startOfDay(calendar, command.from);
  const until = command.until === undefined ? undefined : endOfDay(calendar, command.until);
  if (until !== undefined && (notAfter(until, from) || notAfter(until, now)))
    return refuse('UntilOutOfRange', say('papers.end-out-of-range', { until: command.until, from: command.from }));
  return record({
    type: 'PaperDrafted',
    paper: { id, kind, title, textHash, person, signers, from, until, supersedes },
  });
}

/** In which capacity a person signs this paper: for themselves, or for their party. */
function capacity(state: CaseState, paper: Paper, actor: Actor): Signatory | undefined {
  if (paper.signers.includes(actor.personId)) return actor.personId;
  if (actor.role === 'vendor-contact' && paper.signers.includes('vendor')) return 'vendor';
  if (state.plan.clientSignatories.includes(actor.role) && paper.signers.includes('client')) return 'client';
  return undefined;
}

function sign(state: CaseState, paper: Paper, textHash: string, actor: Actor): Decision {
  const by = capacity(state, paper, actor);
  if (by === undefined) return refuse('NotASigner', say('papers.not-a-signer', { paper: paper.id }));
  const denied = unlessRole(state, actor, [actor.role]);
  if (denied) return denied;
  if (paper.signatures.some((s) => s.by === by))
    return refuse('AlreadySigned', say('papers.already-signed', { paper: paper.id }));
  if (paper.state !== 'sent') return notOpen(say('papers.sign-sent-only', { paper: paper.id, state: paper.state }));
  if (paper.textHash !== textHash) return refuse('TextHashDiffers', say('papers.other-text', { paper: paper.id }));
  const signed = [...paper.signatures.map((s) => s.by), by];
  const complete = paper.signers.every((s) => signed.includes(s));
  return record({ type: 'PaperSigned', paper: paper.id, by, textHash, complete });
}
