import type { Ground } from './ground.js';
import type { Part, Scale } from './part.js';
import type { Results } from './report.js';

/** The part did not end in time. */
class TooLong extends Error {
  override readonly name = 'TooLong';
}

/**
 * Measures one part after the other, each for `boundMs` at most.
 *
 * One that fails leaves the others to be measured. One that hangs ends the run: it may go on using the machine, and what is measured beside it is worth nothing.
 */
export async function runParts(
  parts: Part[],
  ground: Ground,
  scale: Scale,
  boundMs: number,
): Promise<Results['parts']> {
  const measured: Results['parts'] = [];
  for (const [i, part] of parts.entries()) {
    ground.say(`${part.name}: ${part.about}`);
    const from = performance.now();
    const ended = await bounded(part.run(ground, scale), boundMs).then(
      (rows) => ({ rows, hangs: false }),
      (error: unknown) => ({ rows: [], failed: String(error), hangs: error instanceof TooLong }),
    );
    const { hangs, ...told } = ended;
    measured.push({ name: part.name, seconds: (performance.now() - from) / 1000, ...told });
    if (!hangs) continue;
    const left = parts.slice(i + 1).map(({ name }) => name);
    ground.say(`${part.name} hangs: the run ends${left.length > 0 ? ` without ${left.join(', ')}` : ''}`);
    break;
  }
  return measured;
}

/** What the work comes to; fails when it takes longer. */
export async function bounded<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(`It did not end within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
