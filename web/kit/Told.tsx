import { Fragment } from 'react';
import { nameOf } from './words.js';

/** A text of the narrator: people stand in it as `{person:p-…}` and are shown by name. */
export function Told({ text, names }: { text: string; names: Record<string, string> }) {
  return text.split(/\{person:([^}]+)\}/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
    <Fragment key={i}>{i % 2 === 1 ? <b>{nameOf(names, part)}</b> : part}</Fragment>
  ));
}
