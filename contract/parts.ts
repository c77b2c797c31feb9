import { z } from 'zod';
import { LEFT_ANSWERS, LEFT_BEHIND_KINDS } from '../domain/leftBehind/leftBehind.js';

export const person = z.string().describe('Person id; its name is in `names`.');
export const at = z.string();

/** One thing in which two plans differ, in words; a side that has nothing there is left out. */
export const planDifference = z.object({
  where: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export const policyName = z.object({ name: z.string(), version: z.string(), hash: z.string() });
export const policyOrigin = z
  .enum(['own', 'listed', 'foreign'])
  .optional()
  .describe(
    'Whose it was then: of the installation, on the operator’s list, or neither. Left out where it was not recorded.',
  );
/** The policy that a case follows. */
export const policyOfCase = policyName.extend({
  origin: policyOrigin,
  entry: z
    .object({ seq: z.number(), hash: z.string() })
    .optional()
    .describe('Of a listed one: the entry of the log of custody that put it on the list.'),
  delistedAt: at.optional().describe('Since when a listed one is on the list no more; only in the view of the case.'),
});

export const approval = z.object({
  id: z.string(),
  kind: z.enum(['gate', 'waiver', 'remedy', 'clearance', 'policy', 'access']),
  subject: z.string(),
  contentHash: z.string().describe('Decide on this hash; another one is stale.'),
  status: z.enum(['asked', 'returned', 'rejected', 'approved']),
  requesters: z.array(person),
  deciders: z.array(z.object({ role: z.string(), quorum: z.number() })),
  rule: z.enum(['all', 'any']).describe('Whether every deciding role must agree, or one of them.'),
  votes: z.array(z.object({ by: person, role: z.string(), onBehalfOf: person.optional(), at, reason: z.string() })),
  askedAt: at,
  due: at,
  rejected: z
    .object({ by: person, at, reason: z.string() })
    .optional()
    .describe('Who rejected it and why, while it stands rejected.'),
  escalatedTo: z.string().optional(),
  questions: z.object({ by: person, text: z.string() }).optional(),
  decider: person.optional().describe('Of access: the owner, who decides alone or by a delegate.'),
  access: z
    .object({
      person,
      askedBy: person,
      resource: z.string(),
      profile: z.string(),
      task: z.string(),
      permission: z.string().describe('What the profile gives, in the provider’s word.'),
      maxDays: z.number().describe('Calendar days from the approval.'),
    })
    .optional()
    .describe('Access that is requested.'),
  request: z
    .object({
      reason: z.string(),
      until: at.optional(),
      term: z.string().optional(),
      owner: person.optional(),
      paper: z.string().optional(),
    })
    .optional(),
  rejections: z
    .array(z.object({ by: person, at, reason: z.string() }))
    .optional()
    .describe('Earlier rejections of the same, which is asked again.'),
  changes: z
    .array(
      z.object({
        key: z.string().describe('Control id, with `:person` where it is judged person by person.'),
        title: z.string(),
        question: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    )
    .optional()
    .describe('Of new evidence beside what stands: each answer in which they differ.'),
  disagreements: z
    .array(z.string())
    .optional()
    .describe('Of a gate: in what answers that it decides on do not agree with others, which the decision lets stand.'),
  proposal: z
    .object({
      policy: policyName,
      origin: policyOrigin,
      from: z.string().describe('Hash of the plan that the difference is told against.'),
      difference: z.array(planDifference).optional().describe('There until it is decided.'),
    })
    .optional()
    .describe('Another policy for the case; the content hash is that of the plan under it.'),
  youMayDecide: z.boolean(),
  whyNot: z.string().optional().describe('Why you may not decide, in one sentence.'),
});

export const stage = z.object({
  id: z.string(),
  status: z.enum(['done', 'running', 'waiting']),
  doneAt: at.optional(),
  waitsFor: z.array(z.string()).describe('Stages before it that are not done.'),
  deciders: z.array(z.object({ role: z.string(), quorum: z.number() })),
  notBeforeDay: z.number().optional(),
  openControls: z.array(z.string()).describe('Control keys of this stage that are neither met nor waived.'),
  approval: z.string().optional(),
});

export const CONTROL_STATUS = ['met', 'waived', 'open', 'refused', 'not-applicable'] as const;

/** A control with its status; the same shape in the case and in the report. */
export const control = z.object({
  key: z.string().describe('Control id, with `:person` where it is judged person by person.'),
  id: z.string(),
  title: z.string(),
  area: z.string(),
  risk: z.string(),
  nist: z.string(),
  person: person.optional(),
  status: z.enum(CONTROL_STATUS),
  why: z.string().describe('Why it applies or not.'),
  binds: z.string(),
  locked: z.boolean(),
  stage: z.string(),
  path: z.string().optional(),
  owner: z.string(),
  since: at.optional(),
  until: at.optional().describe('First instant at which the status may change by time alone.'),
  restsOn: z.array(z.string()),
  missing: z.array(z.string()).describe('What is missing, or why it was refused, one sentence each.'),
  turn: z.string().optional().describe('The role that has to act.'),
  waitsBehind: z
    .array(z.string())
    .describe('Stages whose shut gates it waits behind; while there is one it is not late.'),
  due: at.optional(),
  waiver: z.object({ by: person, requestedBy: person, reason: z.string(), since: at, until: at }).optional(),
  evidence: z.object({ formHash: z.string(), by: person, at, seq: z.number() }).optional(),
  successor: z
    .object({ formHash: z.string(), by: person, at, seq: z.number() })
    .optional()
    .describe('New evidence that waits beside what is in force.'),
});

export const paper = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  textHash: z.string(),
  person: person.optional(),
  state: z.string(),
  signers: z.array(z.string()),
  signatures: z.array(z.object({ by: z.string(), personId: person, at })),
  from: at,
  until: at.optional(),
  inForceSince: at.optional(),
  supersedes: z.string().optional(),
  registeredBy: person,
  reused: z
    .object({ caseId: z.string(), paper: z.string(), seq: z.number(), hash: z.string() })
    .optional()
    .describe('The entry of an earlier case in which it came into force.'),
});

export const teamMember = z.object({
  person,
  employer: z.string(),
  country: z.string(),
  jobRole: z.string(),
  status: z.string(),
  needs: z.array(
    z.object({
      resource: z.string(),
      profile: z.string(),
      task: z.string(),
      since: at.describe('The time-box of this access counts from here.'),
      maxDays: z.number().optional().describe('Calendar days at most, where it was narrowed.'),
    }),
  ),
  proposedBy: person,
  decidedBy: person.optional(),
  accounts: z
    .record(z.string(), z.object({ name: z.string(), id: z.string().optional() }))
    .optional()
    .describe('The accounts told last by provider, with their numbers once known; they get access once accepted.'),
  accepted: z.boolean().describe('Whether the person was accepted with those accounts.'),
  known: z
    .array(
      z.object({
        caseId: z.string(),
        as: z.string().describe('What the person is in that case.'),
        differs: z.array(z.object({ field: z.string(), here: z.string(), there: z.string() })),
      }),
    )
    .optional()
    .describe(
      'Other cases that know the person, and what they were told otherwise; for the client, until it is accepted.',
    ),
  lastInstant: at.optional(),
  suspended: z.object({ by: person, reason: z.string() }).optional(),
});

/** One way in which an account comes in at a provider. */
export const wayIn = z.object({
  by: z.enum(['direct', 'invitation', 'team', 'organisation', 'other']),
  through: z.string().optional().describe('Name of the team, group or role.'),
});

export const grantedByOthers = z
  .object({ cases: z.array(z.string()), permission: z.string() })
  .describe('What other cases grant there beyond this grant, as it was last seen. Only for the client.');

export const lease = z.object({
  id: z.string(),
  person,
  resource: z.string(),
  permission: z.string(),
  want: z.enum(['present', 'absent']),
  wantSince: at,
  /** `others`: what is there is granted by other cases alone. */
  seen: z.enum(['unknown', 'present', 'invited', 'absent', 'others']),
  seenAt: at.optional(),
  held: z.string().optional().describe('The permission that it was last seen with. Only for the client.'),
  keptBy: z.array(wayIn).optional().describe('Ways that still let in after a closing. Only for the client.'),
  others: grantedByOthers.optional(),
  restsOn: z.array(z.string()),
  notAfter: at.optional(),
  cause: z.string().optional(),
  absentAt: at.optional(),
  proofs: z.array(z.number()),
  attempts: z.number(),
  nextAttemptAt: at.optional(),
  lastError: z.string().optional(),
  everOpened: z.boolean(),
});

/** One way on from a task: a command of the API with the fields that are known, or something to look at. */
export const taskAction = z.object({
  do: z.string().describe('Type of the command, or a look such as `ShowCase`.'),
  with: z.record(z.string(), z.unknown()).describe('Fields that are known.'),
  ask: z.array(z.string()).describe('Fields that you still have to give.'),
  text: z.string().optional().describe('When or what for.'),
  line: z.string().describe('The command line, quoted for a POSIX shell.'),
});

export const caseTask = z.object({
  id: z.string(),
  title: z.string(),
  assignees: z.array(person),
  role: z.string(),
  why: z.string(),
  actions: z.array(taskAction),
  openedAt: at,
  due: at.optional(),
  lateSince: at.optional(),
});

export const outsideAccount = z.object({
  resource: z.string(),
  person: person.describe('The account; its login stands among the names.'),
  seenAt: at.optional().describe('When a look found it unexpectedly last.'),
  foundThere: z.boolean().describe('The last look found it there unexpectedly.'),
  question: z
    .object({ since: at, answerBy: at, permission: z.string().optional() })
    .optional()
    .describe('Until somebody says whose it is.'),
  declared: z.object({ is: z.string(), whose: z.string().optional(), by: person, at, reason: z.string() }).optional(),
  vendorsAt: at.optional().describe("When it was last said to be the vendor's, whatever was said of it since."),
});

export const outsideChange = z.object({
  lease: z.string(),
  change: z.enum(['permission', 'removed']),
  at,
  from: z.string().optional(),
  to: z.string().optional(),
  keptClosed: z.object({ by: person, at, reason: z.string() }).optional(),
});

export const leftBehind = z.object({
  lease: z.string(),
  person: person.describe('Whose access it was.'),
  resource: z.string(),
  listedAt: at.optional().describe('The last listing that succeeded.'),
  unseen: z.array(z.string()).describe('What nobody could look at, as codes.'),
  items: z.array(
    z.object({
      item: z.string().describe('By what an answer names it.'),
      kind: z.enum(LEFT_BEHIND_KINDS),
      id: z.string().describe("The provider's number."),
      at: at.optional().describe('When it can have come or been changed last, where the provider says so.'),
      by: person.optional().describe('Who brought it, or whom it lets in, where the provider says so.'),
      since: at,
      answerBy: at,
      seen: z.enum(['there', 'gone', 'unseen']),
      seenAt: at,
      asked: z.boolean().describe('Somebody has to say what became of it.'),
      answer: z
        .object({ is: z.enum(LEFT_ANSWERS), whose: z.string().optional(), by: person, at, reason: z.string() })
        .optional(),
    }),
  ),
});
export type LeftBehindView = z.infer<typeof leftBehind>;

export const flag = z.object({
  key: z.string(),
  id: z.string(),
  person: person.optional(),
  status: z.string(),
  raisedBy: person,
  reason: z.string(),
  raisedAt: at,
  until: at.optional(),
  remedy: z.object({ term: z.string(), owner: person }).optional(),
});

export type PlanDifferenceView = z.infer<typeof planDifference>;
export type TaskAction = z.infer<typeof taskAction>;
export type ControlView = z.infer<typeof control>;
export type ApprovalView = z.infer<typeof approval>;
