import type { Plot } from './plot.js';

/** How a page stresses something: good or bad news, something that waits, or a mere note. */
export type Tone = 'good' | 'bad' | 'wait' | 'note';

/** A cell of a table; `more` are lines below its text. */
export type Cell = string | { text: string; more?: string[]; tone?: Tone };

/** `num` is set right, `when` is not broken, `hash` is set small, `wide` takes more than half of the table. */
export type Column = { title: string; kind?: 'num' | 'when' | 'hash' | 'wide' };

/** What a form was answered, question by question. */
export type Answers = {
  heading: string;
  note: string;
  policy: string[];
  pairs: { question: string; answer: string }[];
};

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  /** The first cell of a row is its heading. */
  | { kind: 'table'; columns: Column[]; rows: Cell[][]; note?: string }
  | { kind: 'answers'; groups: Answers[] }
  | { kind: 'share'; parts: { label: string; share: string }[] }
  | { kind: 'plot'; plot: Plot };

/** `detail` stands in the page and not in the short form for a terminal. */
export type Section = { id: string; heading: string; blocks: Block[]; detail?: true };

/** A page in words, with everything that it says; HTML and text are made from it and add none. */
export type Page = {
  kind: string;
  title: string;
  subtitle: string[];
  /** What the reader came to learn. */
  answer: { tone: Tone; headline: string; points: string[]; facts: { label: string; value: string }[] };
  sections: Section[];
  /** Stands at the foot of each printed sheet. */
  reference: string;
  footer: string;
};

/** A section, or none where it has nothing to say. */
export const section = (id: string, heading: string, blocks: Block[], detail?: true): Section[] =>
  blocks.length === 0 ? [] : [{ id, heading, blocks, ...(detail && { detail }) }];

/** A table, or a sentence in its place where there are no rows. */
export const tableOr = (none: string, columns: Column[], rows: Cell[][], note?: string): Block =>
  rows.length === 0 ? { kind: 'text', text: none } : { kind: 'table', columns, rows, ...(note && { note }) };
