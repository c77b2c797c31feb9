import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { contentHash } from '../../../domain/hash.js';
import type { PaperKind } from '../../../domain/papers/paper.js';
import { as, Book } from './book.js';

/** One act of the small team's way to its repositories. */
export type Act = { name: string; by: Actor; command(book: Book): HumanCommand };

const evidence = (by: Actor, control: string, form: JsonObject, person?: string): Act => ({
  name: `evidence ${control}${person === undefined ? '' : ` ${person}`}`,
  by,
  command: () => ({ type: 'SubmitEvidence', control, form, ...(person === undefined ? {} : { person }) }),
});

/** A decision on whatever stands there now. */
export const decide = (
  by: Actor,
  approval: string,
  decision: 'approve' | 'reject' | 'return' = 'approve',
  reason = 'Read and found good.',
): Act => ({
  name: `${decision} ${approval}`,
  by,
  command: (book) => ({
    type: 'Decide',
    approval,
    contentHash: book.state.approvals[approval]?.contentHash ?? contentHash('nothing'),
    decision,
    reason,
  }),
});

/** A paper on its way into force: registered, sent, signed by everybody. */
export function paper(
  id: string,
  kind: PaperKind,
  signers: string[],
  more: { person?: string; until?: string; supersedes?: string; from?: string } = {},
): Act[] {
  const textHash = contentHash(`text of ${id}`);
  const contact = as('vendor-contact');
  const signer = (s: string): Actor => (s === 'client' ? as('legal') : s === 'vendor' ? contact : as('engineer', s));
  return [
    {
      name: `register ${id}`,
      by: contact,
      command: () => ({
        type: 'RegisterPaper',
        paper: id,
        kind,
        title: id,
        textHash,
        signers,
        from: '2026-09-01',
        ...more,
      }),
    },
    { name: `send ${id}`, by: contact, command: () => ({ type: 'SendPaper', paper: id }) },
    ...signers.map(
      (s): Act => ({
        name: `sign ${id} ${s}`,
        by: signer(s),
        command: () => ({ type: 'SignPaper', paper: id, textHash }),
      }),
    ),
  ];
}

const kpi = (name: string, measure: string, target: number) => ({
  name,
  measure,
  formula: 'as agreed',
  target,
  unit: 'points',
  direction: 'at-least',
  reviewer: 'engineering-manager',
});
const manager = as('engineering-manager');
const contact = as('vendor-contact');
const SET = contentHash('evaluation set');

export const EVALUATION: Act[] = [
  evidence(as('procurement'), 'EM-2', {
    model: 'managed-team',
    managedTeam: {
      lead: 'ada',
      kpiOwner: 'engineering-manager',
      governance: ['delivery-board', 'security-board', 'executive-sponsors'],
      escalatesTo: 'executive',
      cadence: ['daily-stand-up', 'weekly-review', 'monthly-strategy'],
    },
  }),
  decide(manager, 'gate:evaluate'),
];

export const IP1_FORM = {
  paper: 'msa',
  workMadeForHire: true,
  assignment: 'hereby-assigns',
  effectiveOn: 'creation',
  coversAllWork: true,
  retained: [],
};
export const CONTRACT: Act[] = [
  ...paper('msa', 'master-agreement', ['vendor', 'client']),
  ...paper('nda', 'nda', ['vendor', 'client'], { until: '2026-09-20' }),
  evidence(contact, 'IP-1', IP1_FORM),
  evidence(contact, 'IP-3', {
    paper: 'nda',
    mutual: true,
    handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'],
  }),
  decide(as('legal'), 'gate:contract'),
];

export const ATTESTATION: Act[] = [
  evidence(contact, 'SA-3', {
    clientHeld: ['repositories', 'accounts', 'build-and-run-environments', 'model-and-data-stores'],
    storesClientCode: false,
    storesCredentials: false,
    inProgress: 'soc-2-type-2',
    auditor: 'Sandberg & Cole CPA',
    engagedOn: '2026-06-15',
    engagementLetter: contentHash('letter'),
    observationStart: '2026-07-01',
    targetDate: '2026-12-31',
  }),
  decide(as('security'), 'gate:attestation'),
];

/** A person is accepted, signs, and the grants get an owner and a log. */
export const person = (id: string): Act[] => [
  { name: `accept ${id}`, by: manager, command: () => ({ type: 'AcceptPerson', person: id, reason: 'Interviewed.' }) },
  ...paper(`assignment-${id}`, 'contributor-assignment', [id], {
    person: id,
    ...(id === 'nina' ? { until: '2026-09-15' } : {}),
  }),
  evidence(
    contact,
    'IP-2',
    {
      paper: `assignment-${id}`,
      assignment: 'hereby-assigns',
      effectiveOn: 'creation',
      assignsTo: 'client',
      priorWorksAttached: true,
      openSourceAttached: true,
    },
    id,
  ),
  evidence(
    as('security'),
    'DC-1',
    {
      owner: 'engineering-manager',
      useLogs: [
        { resource: 'meridian/eta-model', where: 'https://logs.example/eta', keptDays: 180, reader: 'security' },
      ],
    },
    id,
  ),
];

export const AGREEMENT: Act[] = [
  evidence(manager, 'ON-4', { contact: 'engineering-manager', decides: ['priorities', 'scope', 'acceptance'] }),
  evidence(manager, 'KP-1', {
    kpis: [
      { ...kpi('right', 'accuracy', 90), evalSetHash: SET },
      { ...kpi('fast', 'latency', 1), evalSetHash: SET },
    ],
  }),
  evidence(manager, 'KP-2', { kpis: [kpi('velocity', 'velocity', 25), kpi('milestones', 'on-time-milestones', 90)] }),
  evidence(manager, 'KP-3', {
    kpis: [kpi('uptime', 'uptime', 99), kpi('licences', 'ip-infringement', 1), kpi('privacy', 'data-privacy', 1)],
  }),
  evidence(manager, 'KP-4', { inaccuracy: 'right', ipInfringement: 'licences', dataPrivacy: 'privacy' }),
  evidence(manager, 'KP-5', { reviewer: 'ada', productionYears: 8, reviews: ['model-outputs', 'code'] }),
  decide(as('executive'), 'gate:working-agreement'),
];

/** Everything that it takes until both engineers hold access. */
export const WAY_TO_WORK: Act[] = [
  ...EVALUATION,
  ...CONTRACT,
  ...ATTESTATION,
  ...person('ada'),
  ...person('nina'),
  ...AGREEMENT,
];

/** Does the acts in order, a quarter of an hour apart; throws on the first that is refused. */
export function doAll(book: Book, acts: Act[]): Book {
  for (const act of acts) {
    book.after(0.05);
    const outcome = book.act(act.by, act.command(book));
    if (outcome.status === 'refused') throw new Error(`${act.name} is refused: ${outcome.message}`);
  }
  return book;
}

let working: Book | undefined;

/** A small team at work; the way there is played once. */
export function atWork(): Book {
  working ??= doAll(new Book(), WAY_TO_WORK);
  return working.copy();
}
