import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ScimServer } from './scimServer.js';

/** A directory as its administrators keep it, by names. */
export type ScimDirectory = {
  addUser(userName: string): Promise<void>;
  addGroup(displayName: string): Promise<void>;
  change(kind: Kind, name: string, operation: unknown): Promise<void>;
  remove(kind: Kind, name: string): Promise<void>;
  idOf(kind: Kind, name: string): Promise<string>;
};

/** What is in a directory, as its addresses say it. */
export type Kind = 'Users' | 'Groups';

const NAMES = { Users: 'userName', Groups: 'displayName' } as const;
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0';
const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const foundAnswer = z.object({ Resources: z.array(z.object({ id: z.string() })) });

/** Keeps the directory of a server. */
export function directoryAt({ baseUrl, token }: ScimServer): ScimDirectory {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answered = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${method} ${path}: ${answered.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const idOf = async (kind: Kind, name: string) => {
    const filter = encodeURIComponent(`${NAMES[kind]} eq ${JSON.stringify(name)}`);
    const [found] = foundAnswer.parse(await ask('GET', `/${kind}?filter=${filter}`)).Resources;
    if (found === undefined) throw new Error(`no ${name} in ${kind}`);
    return found.id;
  };
  return {
    idOf,
    addUser: async (userName) => {
      /* Addresses are had once, and kept by whoever is renamed or removed. */
      const emails = [{ value: `${randomUUID()}@vendor.example`, primary: true }];
      await ask('POST', '/Users', { schemas: [`${SCHEMA}:User`], userName, emails });
    },
    addGroup: async (displayName) => void (await ask('POST', '/Groups', { schemas: [`${SCHEMA}:Group`], displayName })),
    change: async (kind, name, operation) => {
      const body = { schemas: [PATCH_SCHEMA], Operations: [operation] };
      await ask('PATCH', `/${kind}/${await idOf(kind, name)}`, body);
    },
    remove: async (kind, name) => void (await ask('DELETE', `/${kind}/${await idOf(kind, name)}`)),
  };
}
