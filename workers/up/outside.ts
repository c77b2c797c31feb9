import { join } from 'node:path';
import getPort from 'get-port';
import { createGitHubProvider } from '../../providers/access/github/provider.js';
import type { AccessProvider } from '../../providers/access/port.js';
import type { Providers } from '../../providers/access/registry.js';
import { startGithub } from '../../sandbox/github/github.js';
import { startMailbox } from '../../sandbox/mail/mailbox.js';
import { createClosing } from '../closing.js';
import { upConfig } from '../config.js';
import { connectProviders } from '../connectProviders.js';
import { teachNames } from './teachNames.js';

/** The systems outside: those that the environment names, else sandboxes on this machine. */
export type Outside = {
  smtpUrl: string;
  mailFrom: string;
  providers: Providers;
  /** Absent when mail goes to a server of yours. */
  mailboxUrl?: string;
  /** Absent when access is held at the real GitHub. */
  githubUrl?: string;
  stop(): Promise<void>;
};

type Environment = Record<string, string | undefined>;

/** Port at which the mailbox is read, when it is free. */
const MAILBOX_PORT = 8025;
const MAIL_FROM = 'Drawbridge <drawbridge@localhost.example>';

/** Starts a mailbox unless `SMTP_URL` is set, and a stand-in for GitHub unless `GITHUB_TOKEN` and `GITHUB_API_URL` are; both keep what they hold in the folder. PostgreSQL and a directory are there when the environment names them. */
export async function startOutside(folder: string, env: Environment): Promise<Outside> {
  const closing = createClosing();
  try {
    const mail = await mailOf(join(folder, 'mail'), env, closing);
    const access = await accessOf(join(folder, 'github.json'), env, closing);
    return { ...mail, ...access, mailFrom: env.MAIL_FROM || MAIL_FROM, stop: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

type Ends = ReturnType<typeof createClosing>;

async function mailOf(dir: string, env: Environment, closing: Ends): Promise<Pick<Outside, 'smtpUrl' | 'mailboxUrl'>> {
  if (env.SMTP_URL) return { smtpUrl: env.SMTP_URL };
  const mailbox = await startMailbox({ dir, httpPort: await getPort({ host: '127.0.0.1', port: MAILBOX_PORT }) });
  closing.add(() => mailbox.stop());
  return { smtpUrl: mailbox.smtpUrl, mailboxUrl: mailbox.httpUrl };
}

async function accessOf(snapshotFile: string, env: Environment, closing: Ends) {
  const { github, githubUrl } = await githubOf(snapshotFile, env, closing);
  const { providers, close } = connectProviders(upConfig(env), github);
  closing.add(close);
  return { providers, ...(githubUrl !== undefined && { githubUrl }) };
}

type Github = { github: AccessProvider; githubUrl?: string };

async function githubOf(snapshotFile: string, env: Environment, closing: Ends): Promise<Github> {
  const { GITHUB_TOKEN: token, GITHUB_API_URL: baseUrl } = env;
  // Many shells have a token for something else; a trial touches nobody's repositories.
  if (token && baseUrl) return { github: createGitHubProvider({ baseUrl, token }) };
  const sandbox = await startGithub({ users: [], repositories: [], snapshotFile });
  closing.add(() => sandbox.stop());
  const provider = createGitHubProvider({ baseUrl: sandbox.url, token: sandbox.token, throttle: false });
  return { github: teachNames(provider, sandbox), githubUrl: sandbox.url };
}
