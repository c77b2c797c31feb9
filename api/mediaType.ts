const OCTETS = 'application/octet-stream';

/** How files begin, and what they are then. */
const BEGINNINGS: readonly [Buffer, string][] = [
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from('PK\u0003\u0004'), 'application/zip'],
];

/** What a sender may call more precisely what its bytes are, and nothing that a browser would run. */
const PRECISELY: Record<string, RegExp> = {
  'application/zip': /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.[a-z.-]{1,80}$/,
  'text/plain': /^(text\/(markdown|csv)|application\/(yaml|json))$/,
};

/** The type of bytes by what they are; what the sender says refines it, and never changes it. */
export function mediaTypeOf(bytes: Buffer, said = ''): string {
  const begun = BEGINNINGS.find(([start]) => bytes.subarray(0, start.length).equals(start))?.[1];
  const found = begun ?? (isText(bytes) ? 'text/plain' : OCTETS);
  const given = said.split(';')[0]?.trim().toLowerCase() ?? '';
  return PRECISELY[found]?.test(given) ? given : found;
}

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
