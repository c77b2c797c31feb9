import { dataFolder, type RunningUp, startUp } from '../cli/running.js';

/** The whole product on one machine, as `npm start` runs it. */
export type Installed = {
  /** Address of console and API. */
  url(): string;
  /** Address of the mailbox that takes every letter. */
  mailboxUrl(): string;
  /** Folder of its data. */
  dir(): string;
};

/** Starts `drawbridge up` on empty data for the tests of a file, and stops it at the end. */
export function upOfFile(): Installed {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let running: RunningUp | undefined;
  let announced = { apiUrl: '', mailboxUrl: '' };
  beforeAll(async () => {
    folder = await dataFolder();
    running = await startUp(folder.dir);
    announced = await running.ready();
  });
  afterAll(async () => {
    running?.child.kill('SIGTERM');
    await running?.ended();
    await folder?.remove();
  });
  return { url: () => announced.apiUrl, mailboxUrl: () => announced.mailboxUrl, dir: () => folder.dir };
}
