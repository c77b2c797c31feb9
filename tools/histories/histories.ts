import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Folder of the kept histories, from the root of the repository: one folder a released version, one file a case. */
export const HISTORIES = 'test/histories';
const ENDING = '.json.br';

/** Histories of all runs of one case, as Temporal's JSON has them. */
export type KeptCase = { name: string; runs: unknown[] };

/**
 * Packs the runs of a case: payloads as the text that they are, so that what runs carry over to one another is found again by the compressor.
 *
 * `personal`: names and addresses of people, which somebody may have written into a reason; they are masked, and so is the name of the machine.
 */
export function packed(runs: unknown[], personal: string[]): Buffer {
  const whole = JSON.stringify(runs, (key, value) =>
    key === 'identity' ? 'worker' : isPayload(value) ? opened(value) : value,
  );
  const text = personal.reduce((masked, word) => masked.replaceAll(word, 'somebody'), whole);
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 9 };
  return brotliCompressSync(text, { params });
}

/** Reads what {@link packed} wrote. */
export function unpacked(bytes: Buffer): unknown[] {
  const runs: unknown = JSON.parse(brotliDecompressSync(bytes).toString('utf8'), (_, value) =>
    isOpened(value) ? { metadata: value.metadata, data: base64(value.text) } : value,
  );
  if (!Array.isArray(runs)) throw new TypeError('A file of histories holds a list of runs.');
  return runs;
}

/** Every kept case, by version and name, in order. */
export async function keptCases(folder = HISTORIES): Promise<KeptCase[]> {
  const files = await readdir(folder, { recursive: true });
  const names = files.filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(names.map(async (name) => ({ name, runs: unpacked(await readFile(`${folder}/${name}`)) })));
}

/** Path of a case's file. */
export const fileOf = (version: string, name: string): string => `${HISTORIES}/${version}/${name}${ENDING}`;

type Payload = { metadata: { encoding: string }; data: string };
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPayload = (value: unknown): value is Payload =>
  isRecord(value) &&
  typeof value.data === 'string' &&
  isRecord(value.metadata) &&
  value.metadata.encoding === base64('json/plain');
const isOpened = (value: unknown): value is { metadata: unknown; text: string } =>
  isRecord(value) && typeof value.text === 'string' && isRecord(value.metadata) && !('data' in value);

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const opened = ({ metadata, data }: Payload) => ({ metadata, text: Buffer.from(data, 'base64').toString('utf8') });
