import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PEM file, and what is in it. */
export type Pem = { path: string; pem: Buffer };
/** A certificate and its key. */
export type Certificate = { cert: Pem; key: Pem };

/** An authority of a test's own, and certificates that it has signed. */
export type Authority = {
  ca: Pem;
  /** Signs a certificate; `at` is where a server is, such as `IP:127.0.0.1` or `DNS:localhost`. */
  sign(name: string, at?: string): Certificate;
  /** Removes every file. */
  remove(): void;
};

const DAYS = ['-days', '2'];
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Makes a certificate authority in a folder of its own; some 20 ms a certificate. */
export function createAuthority(): Authority {
  const dir = mkdtempSync(join(tmpdir(), 'drawbridge-tls-'));
  const pemAt = (file: string): Pem => ({ path: join(dir, file), pem: readFileSync(join(dir, file)) });
  const at = (file: string) => join(dir, file);
  openssl(
    'req',
    '-x509',
    ...NEW_KEY,
    ...DAYS,
    '-subj',
    `/CN=authority ${randomUUID()}`,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
  );
  return {
    ca: pemAt('ca.pem'),
    sign(name, place) {
      const [key, request, cert, extensions] = ['key', 'csr', 'pem', 'ext'].map((ext) => at(`${name}.${ext}`));
      openssl('req', ...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', key ?? '', '-out', request ?? '');
      // Without an extension it would be of version 1, which some libraries do not take.
      const names = place === undefined ? '' : `subjectAltName=${place}\n`;
      writeFileSync(extensions ?? '', `basicConstraints=CA:FALSE\n${names}`);
      const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'];
      openssl('x509', '-req', '-in', request ?? '', ...by, ...DAYS, '-extfile', extensions ?? '', '-out', cert ?? '');
      return { cert: pemAt(`${name}.pem`), key: pemAt(`${name}.key`) };
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}
