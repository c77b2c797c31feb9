import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type Ref, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What a row of the table needs to be measured. */
export type Placed = { ref: Ref<HTMLTableRowElement>; 'data-index': number; 'aria-rowindex': number };

type Props<T> = {
  rows: T[];
  keyOf(row: T): string;
  /** Height of a row before it is measured, pixels. */
  height: number;
  /** The row that is kept in view; -1 for none. */
  active: number;
  more: { has: boolean; loading: boolean; load(): void };
  row(row: T, placed: Placed): ReactNode;
};

/** The body of a table of any length: only the rows in sight are in the page, and the next are loaded before they are reached. */
export function VirtualRows<T>({ rows, keyOf, height, active, more, row }: Props<T>) {
  const list = useRef<HTMLTableSectionElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setAbove(top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: above,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const { has, loading, load } = more;
  useEffect(() => {
    if (has && !loading && last >= rows.length - 10) load();
  }, [has, loading, load, last, rows.length]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  const before = (shown[0]?.start ?? above) - above;
  const after = virtual.getTotalSize() + above - (shown.at(-1)?.end ?? above);
  return (
    <tbody ref={list}>
      <Gap height={before} />
      {shown.map(({ index, key }) => {
        const one = rows[index];
        const placed = { ref: virtual.measureElement, 'data-index': index, 'aria-rowindex': index + 2 };
        return <Fragment key={key}>{one !== undefined && row(one, placed)}</Fragment>;
      })}
      <Gap height={after} />
    </tbody>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
