import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The content of a PEM file, read where its path is given; undefined when it cannot be read or is none. */
function pemIn(path: string, kind: RegExp): Buffer | undefined {
  try {
    const content = readFileSync(path);
    return kind.test(content.toString('latin1')) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the file at a path; a file that is not there, or is not PEM of that kind, is a fault like any other. */
const pemFile = (right: string, kind: RegExp) =>
  z.string(right).transform((path, context): Buffer => {
    const content = pemIn(path, kind);
    if (content !== undefined) return content;
    context.addIssue({ code: 'custom', message: right });
    return z.NEVER;
  });

/** The path of certificates in PEM. */
export const certificateFile = () =>
  pemFile('the path of a readable PEM file with certificates', /-----BEGIN CERTIFICATE-----/);

/** The path of a private key in PEM. */
export const privateKeyFile = () =>
  pemFile('the path of a readable PEM file with a private key', /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/);

/** The RSA key in the file at a path, PEM; undefined when it cannot be read, or is of another kind. */
export function rsaKeyIn(path: string): string | undefined {
  try {
    const key = createPrivateKey(readFileSync(path));
    return key.asymmetricKeyType === 'rsa' ? key.export({ type: 'pkcs8', format: 'pem' }).toString() : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is a file with certificates, or with a key, at a path. */
export const isPemFile = (path: string): boolean => pemIn(path, /-----BEGIN /) !== undefined;
