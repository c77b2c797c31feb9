import type { CommandEnvelope, HumanCommand, OpenCase } from '../../../domain/case/commands.js';
import type { Plan } from '../../../domain/case/plan.js';
import type { Actor } from '../../../domain/case/roles.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { contentHash } from '../../../domain/hash.js';
import { DAY_MS, fromMs } from '../../../domain/time.js';
import type { Ground } from '../ground.js';
import { inParallel, openLoop } from '../measure.js';
import type { Part } from '../part.js';
import { enveloped, openCase } from '../scene.js';
import { spread } from '../stats.js';

const CASES = 40;
const ENGINEERS = 4;
const A_SECOND = 20;
const HASH = 'b'.repeat(64);

type Case = {
  id: string;
  engineers: { person: string; details: string; repository: string; identified?: string; asked?: number }[];
};

/** How long a person's acceptance takes to become the first request at the provider. */
export const approvals: Part = {
  name: 'approvals',
  about: `approval to the first request at the provider, ${A_SECOND} approvals a second`,
  async run(ground) {
    const taskQueue = 'bench-approvals';
    const worker = await ground.product(taskQueue);
    const client = ground.cases(taskQueue);
    const cases: Case[] = [];
    await inParallel(CASES, 4, async (i) => {
      cases.push(await prepared(ground, client, `approval-${i}`));
    });
    const engineers = cases.flatMap(({ id, engineers: all }) => all.map((one) => ({ id, one })));
    const answered = await openLoop(A_SECOND, engineers.length, async (i) => {
      const { id, one } = engineers[i]!;
      one.asked = performance.now();
      await act(
        client,
        id,
        MANAGER,
        { type: 'AcceptPerson', person: one.person, details: one.identified ?? one.details, reason: 'Vetted.' },
        `accept-${one.person}`,
      );
    });
    const took = await Promise.all(
      engineers.map(async ({ one }) => (await ground.stub.asked(one.repository)) - (one.asked ?? Number.NaN)),
    );
    await worker.stop();
    const [reached, receipt] = [spread(took), spread(answered)];
    const note = `receipt p50 ${receipt.p50.toFixed(0)} ms, p99 ${receipt.p99.toFixed(0)} ms`;
    const row = (figure: string, value: number, atMost: number) =>
      ({
        figure: `approval to first request at the provider, 20/s, ${figure}`,
        value,
        unit: 'ms',
        goal: { of: 'value', atMost },
        note,
      }) as const;
    return [row('p50', reached.p50, 150), row('p99', reached.p99, 500)];
  },
};

const MANAGER: Actor = { personId: 'p-benchmanager0000', role: 'engineering-manager' };
const PROCUREMENT: Actor = { personId: 'p-benchprocurement', role: 'procurement' };

/** A case in which every paper is in force and nobody is accepted yet. */
async function prepared(ground: Ground, client: ReturnType<Ground['cases']>, id: string): Promise<Case> {
  const team = Array.from({ length: ENGINEERS }, (_, i) => {
    const account = `${id}-${i}`;
    const accounts = { github: { name: account } };
    return { name: `Engineer ${i}`, email: `${account}@bench.example`, accounts };
  });
  const { people } = await ground.store.people.carry(id, team);
  const engineers = people.map(({ personId: person, details }, i) => ({
    person,
    details,
    repository: `bench/${id}-${i}`,
  }));
  await client.openCase(id, { ...opening(engineers), people });
  for (const { person } of engineers) {
    const paper = `assignment-${person}`;
    const engineer: Actor = { personId: person, role: 'engineer' };
    const acts: [Actor, HumanCommand][] = [
      [
        PROCUREMENT,
        {
          type: 'RegisterPaper',
          paper,
          kind: 'contributor-assignment',
          title: 'Assignment',
          textHash: HASH,
          person,
          signers: [person],
          from: '2026-01-01',
        },
      ],
      [PROCUREMENT, { type: 'SendPaper', paper }],
      [engineer, { type: 'SignPaper', paper, textHash: HASH }],
      [PROCUREMENT, { type: 'SubmitEvidence', control: 'IP-2', person, form: assignment(paper) }],
    ];
    for (const [i, [actor, command]] of acts.entries()) await act(client, id, actor, command, `${paper}-${i}`);
  }
  await client.caseTime(id);
  return { id, engineers: await identified(ground, id, engineers) };
}

/** The engineers with what is told of them once the provider has said whose their logins are. */
async function identified(ground: Ground, id: string, engineers: Case['engineers']): Promise<Case['engineers']> {
  for (;;) {
    const people = (await ground.store.cases.get(id))?.state.people ?? {};
    const known = engineers.map((one) => ({ ...one, identified: people[one.person]?.details }));
    if (known.every(({ person }) => people[person]?.identity?.is === 'known')) return known;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const assignment = (paper: string) => ({
  paper,
  assignment: 'hereby-assigns',
  effectiveOn: 'creation',
  assignsTo: 'client',
  priorWorksAttached: true,
  openSourceAttached: true,
});

async function act(
  client: ReturnType<Ground['cases']>,
  id: string,
  actor: Actor,
  command: HumanCommand,
  commandId: string,
) {
  const outcome = await client.send(id, enveloped(commandId, actor, command));
  if (outcome.status !== 'recorded') throw new Error(`${command.type} was refused: ${outcome.code}`);
}

/** A plan with the one control that no plan may lack, so that an acceptance alone opens access. */
function opening(engineers: Case['engineers']): CommandEnvelope<OpenCase> {
  const { intake, calendars, plan } = openCase().command;
  const small: Plan = {
    ...initialState('').plan,
    ...{ numbers: plan.numbers, profiles: plan.profiles, reminders: plan.reminders, clientSignatories: ['legal'] },
    stages: [{ id: 'people', after: [], deciders: [], decideWithinHours: 16, escalateTo: 'executive' }],
    controls: {
      'IP-2': { ...plan.controls['IP-2']!, binding: { kind: 'gate', holds: ['person'] }, stage: 'people' },
    },
    meetings: [],
  };
  const [profile = ''] = Object.keys(plan.profiles);
  const need = (resource: string) => [{ resource, profile, task: 'Builds the model.' }];
  return enveloped('open', PROCUREMENT, {
    type: 'OpenCase',
    details: Object.fromEntries(engineers.map(({ person, details }) => [person, details])),
    calendars,
    plan: { ...small, hash: contentHash(small) },
    intake: {
      ...intake,
      startDate: fromMs(Date.now() - 2 * DAY_MS).slice(0, 10),
      client: {
        ...intake.client,
        people: { procurement: [PROCUREMENT.personId], 'engineering-manager': [MANAGER.personId] },
      },
      resources: engineers.map(({ repository: id }) => ({
        ...{ provider: 'github', kind: 'repository' as const, id, personalData: false },
      })),
      engineers: engineers.map(({ person, repository }) => ({
        person,
        employer: intake.vendor.name,
        country: 'PL',
        jobRole: 'ML engineer',
        needs: need(`github:${repository}`),
      })),
    },
  });
}
