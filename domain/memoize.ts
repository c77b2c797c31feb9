// Answers of pure functions, kept in the worker for all of its cases: an answer follows from what was asked alone.

/** Keeps the answers by the thing itself, as long as it lives; nobody changes a thing that rules are asked of. */
export function byIdentity<K extends object, T>(compute: (thing: K) => T): (thing: K) => T {
  const answers = new WeakMap<K, { answer: T }>();
  return (thing) => {
    const known = answers.get(thing);
    if (known !== undefined) return known.answer;
    const answer = compute(thing);
    answers.set(thing, { answer });
    return answer;
  };
}

/** Keeps the answers by a text, `kept` of them: what was kept longest goes first. `rest` is what the text says, in other words. */
export function lately<T extends {}, Rest extends unknown[]>(
  kept: number,
  compute: (text: string, ...rest: Rest) => T,
): (text: string, ...rest: Rest) => T {
  const answers = new Map<string, T>();
  return (text, ...rest) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text, ...rest);
    answers.set(text, answer);
    const [oldest] = answers.size > kept ? answers.keys() : [];
    if (oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
