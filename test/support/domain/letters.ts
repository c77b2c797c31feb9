import type { CaseEvent } from '../../../domain/case/events.js';
import { evolve, initialState } from '../../../domain/decider/evolve.js';
import type { Letter } from '../../../domain/mail/letter.js';
import { draftLetter } from '../../../presentation/letters/draft.js';
import type { Draft } from '../../../presentation/letters/model.js';
import type { Book } from './book.js';

/** A letter, or what one that gathers took up: to whom, and what about: `new decide:gate:contract`, or the types of the facts it tells. */
export type Told = { to: string; about: string[] };

/** The letters of a case since a mark, in their order. */
export const lettersSince = (book: Book, mark: number): Told[] =>
  book.since(mark, 'LetterQueued', 'LetterExtended').flatMap((event) => toldBy(book, event));

/** What one person was told since a mark. */
export const toldTo = (book: Book, mark: number, to: string): string[] =>
  lettersSince(book, mark).flatMap((letter) => (letter.to === to ? letter.about : []));

function toldBy(book: Book, event: CaseEvent): Told[] {
  const factsOf = (seqs: number[]): string[] => seqs.map((seq) => book.rows[seq - 1]?.event.type ?? 'none');
  const aboutOf = (letter: Letter): string[] =>
    letter.template === 'tasks' ? letter.tasks.map((t) => `${t.tone} ${t.task}`) : factsOf(letter.facts);
  if (event.type === 'LetterQueued') return [{ to: event.to, about: aboutOf(event.letter) }];
  if (event.type !== 'LetterExtended') return [];
  return [{ to: event.letterId.slice(event.letterId.indexOf('-') + 1), about: factsOf(event.facts) }];
}

/** The letters since a mark as their readers get them, worded from the case as it stood when each was asked for. */
export function draftsSince(book: Book, mark: number): (Draft & { to: string })[] {
  let state = initialState(book.state.caseId);
  return book.rows.flatMap((row) => {
    state = evolve(state, row);
    if (row.seq <= mark || row.event.type !== 'LetterQueued') return [];
    const { letterId, to, letter } = row.event;
    const facts = letter.template === 'notice' ? letter.facts.flatMap((seq) => book.rows[seq - 1] ?? []) : [];
    const draft = draftLetter({
      letterId,
      letter,
      reader: { personId: to, name: to },
      state,
      now: row.at,
      facts,
      baseUrl: 'https://drawbridge.example',
    });
    return [{ ...draft, to }];
  });
}
