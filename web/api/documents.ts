import { queryOptions } from '@tanstack/react-query';
import { getFile, type NamedFile } from './client.js';
import { Problem } from './problem.js';

/** SHA-256 of bytes in lower-case hex; needs a secure context, which every address of the console is. */
export async function sha256Of(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const DIFFERS = {
  status: 409,
  code: 'TextHashDiffers',
  title: 'Another text',
  detail:
    'The text that arrived is not the one that this document names. Nothing can be signed on it. Tell whoever sent it.',
};

async function read(caseId: string, sha256: string): Promise<NamedFile> {
  const file = await getFile(`/api/cases/${caseId}/documents/${sha256}`);
  if ((await sha256Of(file.bytes)) !== sha256) throw new Problem(DIFFERS);
  return file;
}

/** The bytes of a document of a case; what arrives is held against the hash before anybody reads it. */
export const documentQuery = (caseId: string, sha256: string) =>
  queryOptions({
    queryKey: ['document', caseId, sha256],
    queryFn: () => read(caseId, sha256),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
