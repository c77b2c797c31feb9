/** Lets one piece of work run at a time, in the order in which they came: no command may reach a case while its time is skipped. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Waits for its turn; what it answers gives the turn on. */
  async turn(): Promise<() => void> {
    let done: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      done = resolve;
    });
    const before = this.#last;
    this.#last = before.then(() => held);
    await before;
    return done;
  }
}
