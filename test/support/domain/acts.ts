import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import { contentHash } from '../../../domain/hash.js';
import type { PaperKind } from '../../../domain/papers/paper.js';
import { DAY_MS, plusMs } from '../../../domain/time.js';
import { wordsOf } from '../../../presentation/words/words.js';
import { as, type Book } from './book.js';

/** One act of a person in a case. */
export type Act = { name: string; by: Actor; command(book: Pick<Book, 'state'>): HumanCommand };

/** A decision on whatever stands there now. */
export const decide = (
  by: Actor,
  approval: string,
  decision: 'approve' | 'reject' | 'return' = 'approve',
  reason = 'Read and found good.',
): Act => ({
  name: `${decision} ${approval}`,
  by,
  command: (book) => ({
    type: 'Decide',
    approval,
    contentHash: book.state.approvals[approval]?.contentHash ?? contentHash('nothing'),
    decision,
    reason,
  }),
});

/** A paper on its way into force: registered, sent, signed by everybody. */
export function paper(
  id: string,
  kind: PaperKind,
  signers: string[],
  more: { person?: string; until?: string; supersedes?: string; from?: string } = {},
): Act[] {
  const textHash = contentHash(`text of ${id}`);
  const contact = as('vendor-contact');
  const signer = (s: string): Actor => (s === 'client' ? as('legal') : s === 'vendor' ? contact : as('engineer', s));
  return [
    {
      name: `register ${id}`,
      by: contact,
      command: () => ({
        type: 'RegisterPaper',
        paper: id,
        kind,
        title: id,
        textHash,
        signers,
        from: '2026-09-01',
        ...more,
      }),
    },
    { name: `send ${id}`, by: contact, command: () => ({ type: 'SendPaper', paper: id }) },
    ...signers.map(
      (s): Act => ({
        name: `sign ${id} ${s}`,
        by: signer(s),
        command: () => ({ type: 'SignPaper', paper: id, textHash }),
      }),
    ),
  ];
}

/** Does the acts in order, three minutes apart; throws on the first that is refused. */
export function doAll(book: Book, acts: Act[]): Book {
  for (const act of acts) {
    book.after(0.05);
    const outcome = book.act(act.by, act.command(book));
    if (outcome.status === 'refused') throw new Error(`${act.name} is refused: ${wordsOf(outcome.said)}`);
  }
  return book;
}

/** A waiver until a day: asked for by procurement, granted by whoever may. */
export const waive = (control: string, by: Actor, until: string, reason = 'Pursued by legal.'): Act[] => [
  {
    name: `ask for a waiver of ${control}`,
    by: as('procurement'),
    command: () => ({ type: 'RequestWaiver', control, reason, until }),
  },
  decide(by, `waiver:${control}:1`),
];

/** Has the executive waive what holds the end of a closing case (OF-1), so that the proofs of absence alone decide when it is closed. */
export const waiveTheEnd = (book: Book): Book =>
  doAll(book, waive('OF-1', as('executive'), plusMs(book.now, 25 * DAY_MS).slice(0, 10)));

/** Access that somebody asks for and the owner of the resource approves. */
export const requested = (
  { person, resource, profile }: { person: string; resource: string; profile: string },
  by: Actor = as('vendor-contact'),
  owner: Actor = as('engineering-manager'),
): Act[] => [
  {
    name: `request ${profile} on ${resource} for ${person}`,
    by,
    command: () => ({ type: 'RequestAccess', person, resource, profile, task: 'Serves it', reason: 'It is needed.' }),
  },
  decide(owner, `access-request:${person}/${resource}`),
];
