import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { type Fault, placeOf, readYaml, type Yaml } from './boundedYaml.js';
import type { Path } from './found.js';
import { dotted, sentencesFor } from './sentences.js';

export type { Fault } from './boundedYaml.js';

/** Faults told of one file; more would not be read. */
const MAX_FAULTS = 50;

/** A file that was read: its value, and where each part of it stands. */
export type Located<T> =
  | { ok: true; value: T; at(path: Path): { line: number; column: number } }
  | { ok: false; faults: Fault[] };

/**
 * Reads a YAML (or JSON) file by a schema, with line and column for every fault. Never throws.
 *
 * @param options.what what the file is, for the sentences: `case file`
 */
export function parseLocated<T>(text: string, schema: z.ZodType<T>, options: { what: string }): Located<T> {
  const read = readYaml(text, options.what);
  if (!read.ok) return { ok: false, faults: [read.fault] };
  const at = placesIn(read);
  const parsed = schema.safeParse(read.value, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, at };
  const found = parsed.error.issues.slice(0, MAX_FAULTS).flatMap(sentencesFor).slice(0, MAX_FAULTS);
  return {
    ok: false,
    faults: found.map(({ path, message }) => ({ ...at(path), path: dotted(path).slice(0, 200), message })),
  };
}

type Values = Map<string, { offset: number; node: Node | undefined }>;

/** Finds the node at a path, or its nearest ancestor; for a key of a map, the key itself. Each map is gone through once. */
function placesIn({ document, lines }: Extract<Yaml, { ok: true }>): (path: Path) => { line: number; column: number } {
  const known = new WeakMap<YAMLMap, Values>();
  const valuesOf = (map: YAMLMap): Values => {
    const held = known.get(map);
    if (held !== undefined) return held;
    const made: Values = new Map(
      map.items.flatMap(({ key, value }) =>
        isScalar(key)
          ? [[String(key.value), { offset: key.range?.[0] ?? 0, node: isNode(value) ? value : undefined }]]
          : [],
      ),
    );
    known.set(map, made);
    return made;
  };
  return (path) => {
    let node: Node | undefined = document.contents ?? undefined;
    let offset = node?.range?.[0] ?? 0;
    for (const part of path) {
      if (isMap(node)) {
        const found = valuesOf(node).get(String(part));
        if (found === undefined) break;
        ({ offset, node } = found);
      } else if (isSeq(node) && typeof part === 'number') {
        const item: unknown = node.items[part];
        if (!isNode(item)) break;
        node = item;
        offset = item.range?.[0] ?? offset;
      } else break;
    }
    return placeOf(lines, offset);
  };
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value);
