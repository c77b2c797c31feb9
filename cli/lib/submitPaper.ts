import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { storedDocument } from '../../contract/documents.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { act, caseAt, type Work } from './act.js';
import { readBytes } from './files.js';
import { askJson } from './http.js';
import { withProgress } from './progress.js';

/** A paper as it is given on the command line. */
export type PaperOptions = {
  paper: string;
  kind: string;
  file: string;
  title?: string;
  person?: string;
  signers: string[];
  from: string;
  until?: string;
  supersedes?: string;
};

const MEDIA_TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const NEEDED = ['kind', 'file', 'signers', 'from'] as const;

/** Uploads the bytes of a paper, then registers it under their hash. */
export async function submitPaper(work: Work, caseId: string, options: Partial<PaperOptions>): Promise<void> {
  const missing = NEEDED.filter((name) => options[name] === undefined);
  const { paper, kind, file, signers, from } = options;
  if (paper === undefined || kind === undefined || file === undefined || signers === undefined || from === undefined)
    throw badInput(`Required options are missing: ${missing.map((name) => `--${name}`).join(', ')}.`);
  const fileName = file === '-' ? paper : basename(file);
  const textHash = await upload(work, caseId, file, fileName);
  await act(work, caseId, 'RegisterPaper', {
    paper,
    kind,
    title: options.title ?? fileName,
    textHash,
    person: options.person,
    signers: signers
      .flatMap((one) => one.split(',').map((part) => part.trim()))
      // Nobody signs a certificate; that has to be said, so that no agreement goes without by oversight.
      .filter((one) => one !== 'none'),
    from,
    until: options.until,
    supersedes: options.supersedes,
  });
}

async function upload(work: Work, caseId: string, file: string, fileName: string): Promise<string> {
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw badInput(`${file} is empty.`);
  const mediaType = MEDIA_TYPES[extname(fileName).toLowerCase()] ?? 'application/octet-stream';
  const stored = await withProgress(`Uploading ${fileName}`, work.globals.json === true, () =>
    askJson(work.session, caseAt(caseId, 'documents'), storedDocument, {
      method: 'POST',
      query: { fileName },
      bytes: { content: bytes, mediaType },
    }),
  );
  if (stored.sha256 === createHash('sha256').update(bytes).digest('hex')) return stored.sha256;
  throw new CliError(EXIT.other, `${file} did not arrive whole: repeat the command.`);
}
