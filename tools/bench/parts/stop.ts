import { setTimeout as wait } from 'node:timers/promises';
import { stopAll } from '../../../api/stops/stops.js';
import { startGithub } from '../../../sandbox/github/github.js';
import type { Ground } from '../ground.js';
import { inParallel } from '../measure.js';
import type { Part } from '../part.js';
import { accept, prepared, repositoryOf, type SmallCase } from '../smallCase.js';

const CASES = 10;
const ENGINEERS = 5;
const REPOSITORIES = 4;
const GRANTS = CASES * ENGINEERS * REPOSITORIES;

const SECURITY = { personId: 'p-benchsecurity000', role: 'security' } as const;
const idOf = (i: number): string => `stop-${i}`;

/** How long the stop of a vendor takes to become the first request at the provider, and until the last of its people is proven absent. */
export const stop: Part = {
  name: 'stop',
  about: `the stop switch for ${CASES * ENGINEERS} people with ${REPOSITORIES} resources each, in ${CASES} cases`,
  async run(ground) {
    const github = await startGithub({ users: accounts(), repositories: repositories() });
    const taskQueue = 'bench-stop';
    const worker = await ground.product(taskQueue, { githubUrl: github.url, githubToken: github.token });
    try {
      const client = ground.cases(taskQueue);
      const cases: SmallCase[] = [];
      const size = { engineers: ENGINEERS, repositories: REPOSITORIES };
      await inParallel(CASES, 4, async (i) => void cases.push(await prepared(ground, client, idOf(i), size)));
      await inParallel(CASES, 4, async (i) => {
        for (const one of cases[i]!.engineers) await accept(client, cases[i]!.id, one);
      });
      await until(async () => (await counted(ground, 'AccessOpened')) === GRANTS);
      const vendor = (await ground.store.cases.get(idOf(0)))?.state.intake.vendor.name ?? '';
      const from = Date.now();
      const clock = () => new Date().toISOString();
      const asked = { scope: 'vendor' as const, subject: vendor, reason: 'A laptop is missing.' };
      const { complete } = await stopAll({ store: ground.store, client, clock }, { by: SECURITY, key: 'bench' }, asked);
      if (!complete) throw new Error('A case did not record the stop.');
      const answered = Date.now() - from;
      await until(async () => (await counted(ground, 'AccessWithdrawn')) === GRANTS);
      const first = Math.min(
        ...github.requests().flatMap(({ at }) => (Date.parse(at) >= from ? [Date.parse(at)] : [])),
      );
      const note = `all ${CASES} cases had recorded it after ${answered} ms`;
      const row = (figure: string, value: number) => ({ figure: `stop switch: ${figure}`, value, unit: 'ms', note });
      return [
        row('until the first request at the provider', first - from),
        row(`until the last of ${GRANTS} grants was read back as absent`, (await lastWithdrawal(ground)) - from),
      ];
    } finally {
      await worker.stop();
      await github.stop();
    }
  },
};

const each = <T>(make: (id: string, engineer: number) => T): T[] =>
  Array.from({ length: CASES * ENGINEERS }, (_, i) => make(idOf(Math.floor(i / ENGINEERS)), i % ENGINEERS));

const accounts = (): string[] => each((id, engineer) => `${id}-${engineer}`);
const repositories = (): string[] =>
  each((id, engineer) => Array.from({ length: REPOSITORIES }, (_, n) => repositoryOf(id, engineer, n))).flat();

const counted = async ({ sql }: Ground, event: string): Promise<number> => {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from ledger where case_id like 'stop-%' and event_type = $1`,
    [event],
  );
  return rows[0]?.n ?? 0;
};

const lastWithdrawal = async ({ sql }: Ground): Promise<number> => {
  const { rows } = await sql.query<{ at: Date }>(
    `select max(recorded_at) as at from ledger where case_id like 'stop-%' and event_type = 'AccessWithdrawn'`,
  );
  return rows[0]?.at.getTime() ?? Number.NaN;
};

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}
