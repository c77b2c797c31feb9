import type { z } from 'zod';
import type { LeftBehind } from '../../port.js';
import { type Repository, unlessRefused } from '../found.js';
import type { Parameters, Requests } from '../requests.js';
import type { People } from './people.js';

/** What a part of the look works with. */
export type Look = { requests: Requests; repository: Repository; people: People };

/** What a part found of its kind, and whether that is all there is. */
export type Part = { found: LeftBehind[]; whole: boolean };

/** What a part finds where the token is not let see anything. */
export const UNSEEN: Part = { found: [], whole: false };

/** Most branches and most rulesets that are each asked for, one request for one. */
const MOST_DETAILS = 50;

/** Reads every page of a list below the repository; undefined where the token is not let see it. */
export async function readList<T>(
  { requests, repository }: Look,
  route: string,
  page: z.ZodType<T[]>,
  parameters: Parameters = {},
): Promise<T[] | undefined> {
  const found = await unlessRefused(() =>
    requests.findAll(
      `GET /repositories/{repository_id}${route}`,
      { repository_id: repository.id, ...parameters },
      page,
    ),
  );
  return found === 'refused' ? undefined : found;
}

/** Reads one thing below the repository: itself, `missing` where GitHub knows none, or `refused`. */
export async function readOne<T>(
  { requests, repository }: Look,
  route: string,
  answer: z.ZodType<T>,
  parameters: Parameters,
): Promise<T | 'missing' | 'refused'> {
  const found = await unlessRefused(() =>
    requests.find(`GET /repositories/{repository_id}${route}`, { repository_id: repository.id, ...parameters }, answer),
  );
  return found ?? 'missing';
}

/** The parts of so many things, one after the other, up to a bound; what lies beyond it is not seen. */
export async function partOfEach<T>(all: readonly T[], partOf: (one: T) => Promise<Part>): Promise<Part> {
  const parts: Part[] = [{ found: [], whole: all.length <= MOST_DETAILS }];
  for (const one of all.slice(0, MOST_DETAILS)) parts.push(await partOf(one));
  return { found: parts.flatMap(({ found }) => found), whole: parts.every(({ whole }) => whole) };
}

/** When it came or was changed, where that is told. */
export const dated = (at: string | null | undefined): { at?: string } => (at ? { at } : {});
