import type { Ground } from './ground.js';

/** One figure of a run, with what was measured beside it and what was aimed at. */
export type Row = {
  figure: string;
  value: number;
  unit: string;
  /** The yardstick, measured in the same run and in turn with the figure. */
  beside?: { what: string; value: number };
  /** The aim: the figure itself, or its ratio to the yardstick. */
  goal?: { of: 'value' | 'ratio'; atMost?: number; atLeast?: number };
  note?: string;
};

/** How much is measured: `full` takes up to an hour. */
export type Scale = 'default' | 'full';

/** A group of figures that is measured together and can be asked for by name. */
export type Part = {
  name: string;
  about: string;
  run(ground: Ground, scale: Scale): Promise<Row[]>;
};

/** Figure divided by yardstick; undefined where there is none. */
export const ratioOf = ({ value, beside }: Row): number | undefined =>
  beside === undefined ? undefined : value / beside.value;

/** Whether the aim was reached; undefined where none was set. */
export function metGoal(row: Row): boolean | undefined {
  if (row.goal === undefined) return undefined;
  const { of, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = row.goal;
  const judged = of === 'value' ? row.value : (ratioOf(row) ?? Number.NaN);
  return judged <= atMost && judged >= atLeast;
}
