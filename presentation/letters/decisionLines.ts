import type { Approval } from '../../domain/approvals/approval.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { assessNow } from '../../domain/controls/judge.js';
import type { Signatory } from '../../domain/papers/paper.js';
import { own } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { lineOf } from '../actions/lines.js';
import { commandLine } from '../actions/shell.js';
import { controlText, personText } from '../facts/names.js';
import { differenceWords } from '../plan/differenceWords.js';
import { outlookLines } from '../views/accessOutlook.js';
import { changesOf } from '../views/approvals.js';
import { disagreementsLeft } from '../views/leftOpen.js';
import { endText, instantText } from '../words/dates.js';
import { briefTitle, choiceText, listed, type Reader } from '../words/fill.js';
import { PARTY_WORDS } from '../words/names.js';
import { wordsOf, wordsOfAll } from '../words/words.js';

/** What a line names before it only counts the rest. */
const MOST = 8;

/** `a, b and 3 more`; sentences that commas would run together are parted by `; `. */
const some = (items: readonly string[], by = ', ', most = MOST): string =>
  items.length <= most ? items.join(by) : `${items.slice(0, most).join(by)} and ${items.length - most} more`;

/**
 * What is decided, in a few lines, for a letter that asks for the decision: controls and documents, what has changed since the last
 * decision, until when it would hold. Answers of forms are not told: people typed them, and the case shows them.
 */
export function decisionLines(state: CaseState, approval: Approval, now: Instant, reader: Reader): string[] {
  switch (approval.kind) {
    case 'gate':
      return gateLines(state, approval, reader);
    case 'waiver':
      return waiverLines(state, approval, now, reader);
    case 'remedy':
      return [...flagLines(state, approval, reader), ...remedyLines(approval, reader)];
    case 'clearance':
      return [...flagLines(state, approval, reader), ...paperLines(state, approval)];
    case 'access':
      return approval.access === undefined ? [] : outlookLines(state, approval.access, now, reader);
    case 'policy':
      return policyLines(state, approval);
    default: {
      const never: never = approval.kind;
      return never;
    }
  }
}

const nameOf = (item: string): string => item.replace(/@[^@]*$/, '');
const isControl = (name: string): boolean => own(CONTROLS, name) !== undefined;

/** What a reference of a gate's content stands for, in words. */
function partText(state: CaseState, name: string): string {
  if (isControl(name)) return controlText(name, briefTitle);
  if (name.startsWith('model:')) return `engagement model ${choiceText(name.slice('model:'.length))}`;
  if (name === 'data') return 'the data of the case';
  return name === 'text' ? 'the text of people’s assignments' : `“${own(state.papers, name)?.title ?? name}”`;
}

/** What references stand for, each once, in their order. */
const partsOf = (state: CaseState, items: readonly string[]): string[] => [
  ...new Set(items.map((item) => partText(state, nameOf(item)))),
];

function gateLines(state: CaseState, approval: Approval, reader: Reader): string[] {
  const { items = [], stands } = approval;
  const controls = items.filter((item) => isControl(nameOf(item)));
  const left = disagreementsLeft(state, approval);
  const papers = items.filter((item) => !controls.includes(item) && !/^(model:|data@)/.test(item));
  return [
    ...(controls.length === 0 ? [] : [`Controls: ${some(partsOf(state, controls), '; ')}.`]),
    ...(papers.length === 0 ? [] : [`Documents: ${some(partsOf(state, papers), '; ')}.`]),
    ...papers.flatMap((item) => textLines(state, item)),
    ...(stands === undefined
      ? ['Nothing was decided on it before.']
      : [...sinceLast(state, items, stands, reader), ...answersChanged(state, approval)]),
    ...(left.length === 0 ? [] : [`Your decision lets this stand: ${some(wordsOfAll(left, reader), ' ', 3)}`]),
  ];
}

/** Which papers have a text of people's assignments, who signs them, and how to read it. */
function textLines({ caseId, papers }: CaseState, item: string): string[] {
  if (nameOf(item) !== 'text') return [];
  const those = Object.values(papers).filter(({ textHash }) => textHash.startsWith(item.slice('text@'.length)));
  const [first] = those;
  if (first === undefined) return [];
  const signed = those.map(({ title, signers }) => `“${title}”, signed by ${listed(signers.map(signerText), 'and')}`);
  const read = commandLine(lineOf({ do: 'ReadPaper', with: { paper: first.id } }, caseId));
  return [`The text is that of ${some(signed, '; ')}. To read it: ${read}`];
}

const signerText = (signer: Signatory): string =>
  signer === 'client' || signer === 'vendor' ? PARTY_WORDS[signer] : personText(signer);

/** When it was decided last, and what is other than it was, new or gone since. */
function sinceLast(
  state: CaseState,
  items: string[],
  stands: NonNullable<Approval['stands']>,
  reader: Reader,
): string[] {
  const before = new Set(stands.items.map(nameOf));
  const after = new Set(items.map(nameOf));
  const fresh = items.filter((item) => !stands.items.includes(item));
  const sets = [
    ['Changed since', fresh.filter((item) => before.has(nameOf(item)))],
    ['New since', fresh.filter((item) => !before.has(nameOf(item)))],
    ['No longer part of it', stands.items.filter((item) => !after.has(nameOf(item)))],
  ] as const;
  const told = sets.flatMap(([what, them]) =>
    them.length === 0 ? [] : [`${what}: ${some(partsOf(state, them), '; ')}.`],
  );
  return [
    `Decided last${lastVote(stands.votes, reader)}.`,
    ...(told.length === 0 ? ['Nothing has changed since.'] : told),
  ];
}

function lastVote(votes: Approval['votes'], { zone }: Reader): string {
  const last = votes.at(-1);
  if (last === undefined) return '';
  const people = [...new Set(votes.map(({ by }) => personText(by)))];
  return ` by ${listed(people, 'and')} on ${instantText(last.at, zone)}`;
}

/** Which questions new evidence answers otherwise. */
const answersChanged = (state: CaseState, approval: Approval): string[] => {
  const changes = changesOf(state, approval);
  const keys = [...new Set(changes.map(({ key }) => key))];
  return keys.map((key) => {
    const questions = changes.filter((one) => one.key === key).map(({ question }) => question);
    return `${controlText(key, briefTitle)}, answered otherwise: ${some(questions, ' ', 3)}`;
  });
};

function waiverLines(state: CaseState, approval: Approval, now: Instant, reader: Reader): string[] {
  const { id, subject, request } = approval;
  const { controlId, person } = parseSubjectKey(subject);
  const found = assessNow(state, controlId, now, person);
  const missing = found?.status === 'open' ? found.missing : found?.status === 'refused' ? found.reasons : [];
  const before = Object.values(state.approvals).findLast(
    (a) => a.id !== id && a.kind === 'waiver' && a.subject === subject && a.status === 'approved',
  );
  return [
    `Until ${untilText(request, reader)}, the case would go on without it.`,
    ...(missing.length === 0 ? [] : [`Missing today: ${some(wordsOfAll(missing, reader), ' ', 3)}`]),
    before === undefined
      ? 'It was not waived before.'
      : `It was waived before, until ${untilText(before.request, reader)}, decided${lastVote(before.votes, reader)}.`,
  ];
}

const untilText = (request: Approval['request'], { zone }: Reader): string =>
  request?.until === undefined ? 'the case ends' : endText(request.until, zone);

function flagLines(state: CaseState, { subject }: Approval, reader: Reader): string[] {
  const flag = own(state.flags, subject);
  if (flag === undefined) return [];
  const { raisedBy, raisedAt, reason } = flag;
  return [`Raised by ${personText(raisedBy)} on ${instantText(raisedAt, reader.zone)}: “${wordsOf(reason, reader)}”`];
}

function remedyLines({ request }: Approval, reader: Reader): string[] {
  const { term, owner } = request ?? {};
  if (term === undefined) return [];
  const by = owner === undefined ? '' : `, by ${personText(owner)}`;
  return [`Remedy${by} until ${untilText(request, reader)}: “${term}”`];
}

function paperLines(state: CaseState, { request }: Approval): string[] {
  const paper = request?.paper === undefined ? undefined : own(state.papers, request.paper);
  return paper === undefined ? [] : [`Document: ${paper.title}.`];
}

function policyLines({ plan: { policy } }: CaseState, { subject, proposal }: Approval): string[] {
  const places = [...new Set(differenceWords(proposal?.difference ?? []).map(({ where }) => where))];
  return [
    `Policy ${subject} in place of ${policy.name} ${policy.version}.`,
    ...(places.length === 0 ? [] : [`It changes: ${some(places, '; ')}.`]),
  ];
}
