import { readFile, stat } from 'node:fs/promises';
import { badInput, CliError, type Fault } from '../exit.js';

/** Largest text file that is read here, bytes. */
const TEXT_MAX = 1024 * 1024;
/** Largest paper, bytes. */
const BYTES_MAX = 10 * 1024 * 1024;

/** Reads a text file given by a person; `-` is standard input. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path, TEXT_MAX);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput(`${path} is not UTF-8 text.`);
  }
}

/** Reads a file of any kind, up to 10 MiB unless said otherwise. */
export async function readBytes(path: string, max: number = BYTES_MAX): Promise<Buffer> {
  if (path === '-') return await readStandardInput(max);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw badInput(`File not found: ${path}`);
  if (!found.isFile()) throw badInput(`${path} is not a file.`);
  if (found.size > max) throw tooLarge(path, max);
  return await readFile(path).catch(() => {
    throw badInput(`Cannot read ${path}.`);
  });
}

async function readStandardInput(max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > max) throw tooLarge('Standard input', max);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const tooLarge = (path: string, max: number) => badInput(`${path} is larger than ${max / 1024 / 1024} MiB.`);

/** Faults of a file as one error. */
export const faulty = (file: string, faults: Fault[]): CliError =>
  badInput(`${file} has ${faults.length === 1 ? 'an error' : `${faults.length} errors`}:`, { file, faults });

/** Faults that the API finds in a file, told with the file's name. */
export async function inFile<T>(file: string, asked: Promise<T>): Promise<T> {
  return await asked.catch((error: unknown) => {
    throw error instanceof CliError && error.more.faults !== undefined ? faulty(file, error.more.faults) : error;
  });
}
