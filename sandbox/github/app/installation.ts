import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { z } from 'zod';
import { type Reply, refused } from '../route.js';
import type { AppCaller, AppPermissions } from './caller.js';

/** An App that is installed. */
export type AppOptions = {
  permissions: AppPermissions;
  /** Full names of the repositories that it is installed on. Default: all of the organisation. */
  selected?: string[];
  /** How often it is installed. Default: once. */
  installations?: number;
};

/** What a client of the App has in hand. */
export type AppKeys = { id: number; privateKey: string; installationId: number };

/** The App as GitHub keeps it. */
export type App = {
  keys: AppKeys;
  options: AppOptions;
  installationIds: number[];
  /** Who asks with a token; a reply where it is refused, undefined where it is none of the App's. */
  caller(token: string, now: number): AppCaller | Reply | undefined;
  /** A token for an hour, with what it may do. */
  issue(now: number): { token: string; expires_at: string };
  /** Takes every token away that was issued. */
  revokeAll(): void;
};

const HOUR_MS = 3_600_000;
const LONGEST_S = 600;

const header = z.object({ alg: z.literal('RS256') });
const claims = z.object({ iss: z.union([z.string(), z.number()]), iat: z.number(), exp: z.number() });

/** Makes an App with a key of its own, installed where it is to be. */
export function createApp(options: AppOptions, id = 4_711): App {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    // As GitHub hands it out.
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const installationIds = Array.from({ length: options.installations ?? 1 }, (_, i) => 9_001 + i);
  const issued = new Map<string, number>();
  return {
    keys: { id, privateKey, installationId: installationIds[0] ?? 0 },
    options,
    installationIds,
    caller(token, now) {
      const endsAt = issued.get(token);
      if (endsAt !== undefined && endsAt > now) {
        const { permissions, selected } = options;
        return { as: 'installation', permissions, ...(selected && { selected }) };
      }
      if (token.split('.').length !== 3) return undefined;
      const wrong = faultOf(token, { id, publicKey, nowS: now / 1_000 });
      return wrong === undefined ? { as: 'app' } : refused(401, wrong);
    },
    issue(now) {
      const token = `ghs_${randomBytes(18).toString('hex')}`;
      issued.set(token, now + HOUR_MS);
      return { token, expires_at: new Date(now + HOUR_MS).toISOString().replace(/\.\d+/, '') };
    },
    revokeAll: () => issued.clear(),
  };
}

/** What is wrong with a JSON web token, in GitHub's words. */
function faultOf(
  token: string,
  { id, publicKey, nowS }: { id: number; publicKey: string; nowS: number },
): string | undefined {
  const [head = '', body = '', signature = ''] = token.split('.');
  const signed = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(publicKey),
    Buffer.from(signature, 'base64url'),
  );
  const read = claims.safeParse(parsed(body));
  if (!signed || !header.safeParse(parsed(head)).success || !read.success)
    return 'A JSON web token could not be decoded';
  const { iss, iat, exp } = read.data;
  if (String(iss) !== String(id)) return 'Integration not found';
  if (iat > nowS)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  if (exp <= nowS)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  return exp > nowS + LONGEST_S ? "'Expiration time' claim ('exp') is too far in the future" : undefined;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
