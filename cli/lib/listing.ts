import { type Command, InvalidArgumentError } from 'commander';

/** How much of a list is wanted. */
export type ListOptions = { limit?: number; cursor?: string };

/** Adds the options of a paged list. */
export const addPaging = (verb: Command): Command =>
  verb
    .option('--limit <number>', 'rows at most, 1 to 200 (default: 50)', upTo200)
    .option('--cursor <text>', 'go on where the list before ended');

function upTo200(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 200) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 200.');
}

/** The line under a list that has more. */
export const moreLine = (nextCursor: string | undefined): string[] =>
  nextCursor === undefined ? [] : ['', `There are more: repeat with --cursor ${nextCursor}`];
