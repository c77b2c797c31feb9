import type { CommandEnvelope, HumanCommand, OpenCase } from '../../domain/case/commands.js';
import type { Plan } from '../../domain/case/plan.js';
import type { Actor } from '../../domain/case/roles.js';
import { initialState } from '../../domain/decider/evolve.js';
import { contentHash } from '../../domain/hash.js';
import { DAY_MS, fromMs } from '../../domain/time.js';
import type { Ground } from './ground.js';
import { enveloped, openCase } from './scene.js';

const HASH = 'b'.repeat(64);

/** An engineer whose papers are in force and whom nobody has accepted yet. */
export type SmallEngineer = {
  person: string;
  details: string;
  account: string;
  repositories: string[];
  identified?: string;
};
export type SmallCase = { id: string; engineers: SmallEngineer[] };

type Size = { engineers: number; repositories: number };

export const MANAGER: Actor = { personId: 'p-benchmanager0000', role: 'engineering-manager' };
const PROCUREMENT: Actor = { personId: 'p-benchprocurement', role: 'procurement' };

/** The repository of an engineer of a case, by its number. */
export const repositoryOf = (id: string, engineer: number, number: number): string =>
  `bench/${id}-${engineer}${number === 0 ? '' : `-${number}`}`;

/** A case in which every paper is in force and nobody is accepted yet. */
export async function prepared(
  ground: Ground,
  client: ReturnType<Ground['cases']>,
  id: string,
  { engineers: count, repositories }: Size,
): Promise<SmallCase> {
  const team = Array.from({ length: count }, (_, i) => {
    const account = `${id}-${i}`;
    const accounts = { github: { name: account } };
    return { name: `Engineer ${i}`, email: `${account}@bench.example`, accounts };
  });
  const { people } = await ground.store.people.carry(id, team);
  const engineers = people.map(({ personId: person, details }, i) => ({
    person,
    details,
    account: `${id}-${i}`,
    repositories: Array.from({ length: repositories }, (_, n) => repositoryOf(id, i, n)),
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
async function identified(ground: Ground, id: string, engineers: SmallEngineer[]): Promise<SmallEngineer[]> {
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

/** Accepts somebody, by whom the case names for it. */
export const accept = (client: ReturnType<Ground['cases']>, id: string, one: SmallEngineer): Promise<void> =>
  act(
    client,
    id,
    MANAGER,
    { type: 'AcceptPerson', person: one.person, details: one.identified ?? one.details, reason: 'Vetted.' },
    `accept-${one.person}`,
  );

async function act(
  client: ReturnType<Ground['cases']>,
  id: string,
  actor: Actor,
  command: HumanCommand,
  commandId: string,
): Promise<void> {
  const outcome = await client.send(id, enveloped(commandId, actor, command));
  if (outcome.status !== 'recorded') throw new Error(`${command.type} was refused: ${outcome.code}`);
}

/** A plan with the one control that no plan may lack, so that an acceptance alone opens access. */
function opening(engineers: SmallEngineer[]): CommandEnvelope<OpenCase> {
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
      resources: engineers.flatMap(({ repositories }) =>
        repositories.map((id) => ({ provider: 'github', kind: 'repository' as const, id, personalData: false })),
      ),
      engineers: engineers.map(({ person, repositories }) => ({
        person,
        employer: intake.vendor.name,
        country: 'PL',
        jobRole: 'ML engineer',
        needs: repositories.map((id) => ({ resource: `github:${id}`, profile, task: 'Builds the model.' })),
      })),
    },
  });
}
