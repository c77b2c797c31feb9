/** What was started, so that it is ended in the opposite order, each part once, also when a later one failed to start. */
export type Closing = {
  /** Remembers how to end a part. */
  add(end: () => Promise<unknown>): void;
  /** Ends everything; a part that fails to end does not keep the others from it. */
  close(): Promise<void>;
};

/** Collects the ends of parts. */
export function createClosing(): Closing {
  const ends: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  return {
    add: (end) => void ends.push(end),
    close: () => {
      closing ??= closeAll(ends);
      return closing;
    },
  };
}

async function closeAll(ends: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of ends.reverse()) await end().catch(() => undefined);
}
