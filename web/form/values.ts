import type { Json, JsonObject } from './field.js';

/** Answers read with care for what a draft or a dropped file may hold. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** An instant as the reader's own clock shows it, for a field of date and time. */
export function localOf(at: string): string {
  if (at === '') return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that a field of date and time shows. */
export const instantOf = (local: string): string | undefined =>
  local === '' ? undefined : new Date(local).toISOString();
