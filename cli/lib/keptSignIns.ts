import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readOwnJson, writePrivately } from '../../workers/ownFiles.js';

const Kept = z.object({ url: z.string(), token: z.string(), tokenId: z.string(), expiresAt: z.string() });
/** A token that `drawbridge sign-in` was given, and the address that it goes to. */
export type KeptSignIn = z.infer<typeof Kept>;

const File = z.object({ signIns: z.array(Kept) });

/** Folder of this user's settings: `%APPDATA%` on Windows, else `XDG_CONFIG_HOME`, else `~/.config`. */
function configDir(env = process.env): string {
  const given = process.platform === 'win32' ? env.APPDATA : env.XDG_CONFIG_HOME;
  return given || join(homedir(), '.config');
}

/** The file that only its owner reads. */
export const keptFile = (): string => join(configDir(), 'drawbridge', 'sign-ins.json');

/** The sign-ins of this user, the latest first. Throws `UntrustedFile`. */
export async function keptSignIns(): Promise<KeptSignIn[]> {
  return (await readOwnJson(keptFile(), File))?.signIns ?? [];
}

/** Keeps a sign-in in place of the one at the same address. */
export async function keepSignIn(one: KeptSignIn): Promise<void> {
  const others = (await keptSignIns()).filter(({ url }) => url !== one.url);
  await writePrivately(keptFile(), { signIns: [one, ...others] });
}

/** Forgets the sign-in at an address. */
export async function forgetSignIn(url: string): Promise<void> {
  await writePrivately(keptFile(), { signIns: (await keptSignIns()).filter((one) => one.url !== url) });
}
