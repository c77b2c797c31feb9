import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import { type Act, decide, doAll } from './acts.js';
import { as, Book } from './book.js';
import { fragment } from './fragments.js';

/** Papers that end soon, so that a test sees them lapse; those of the examples last for a year. */
const UNTIL: Record<string, string> = { nda: '2026-09-20', 'assignment-nina': '2026-09-15' };

/** The acts with the papers above ending when they say. */
const endingSoon = (acts: Act[]): Act[] =>
  acts.map((act) => ({
    ...act,
    command: (book) => {
      const command = act.command(book);
      const until = command.type === 'RegisterPaper' ? UNTIL[command.paper] : undefined;
      return command.type === 'RegisterPaper' && until !== undefined ? { ...command, until } : command;
    },
  }));

export const EVALUATION: Act[] = fragment('evaluation.yaml');
export const CONTRACT: Act[] = endingSoon(fragment('contract-approved.yaml'));
export const ATTESTATION: Act[] = fragment('attestation-in-progress.yaml');

/** A person is accepted, signs, and whatever else is asked of each person is supplied. */
export const person = (id: 'ada' | 'nina'): Act[] => endingSoon(fragment(`person-${id}.yaml`));

export const AGREEMENT: Act[] = [
  ...fragment('working-agreement.yaml'),
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

/** Evidence of one control as an act. */
export const supplied = (control: string, by: Actor, form: object, person?: string): Act => ({
  name: ['evidence', control, person].filter((word) => word !== undefined).join(' '),
  by,
  command: () => ({
    type: 'SubmitEvidence',
    control,
    form: JSON.parse(JSON.stringify(form)),
    ...(person === undefined ? {} : { person }),
  }),
});

/** The data set is masked. */
export const MASKED: Act = supplied('DC-2', as('engineering-manager'), {
  dataSets: [
    {
      dataSet: 'manual:arrivals',
      form: 'masked',
      method: 'Consignees replaced by tokens, the key kept by the client',
      checkedBy: 'security',
      checkedOn: '2026-08-28',
    },
  ],
});

/** Who owns ada's grants on repository, data set and model, and where their use is logged. */
export const LOGGED: Act = supplied(
  'DC-1',
  as('security'),
  {
    owner: 'engineering-manager',
    useLogs: ['github:meridian/eta-model', 'manual:arrivals', 'manual:eta'].map((resource) => ({
      resource,
      where: 'https://logs.example/use',
      keptDays: 180,
      reader: 'security',
    })),
  },
  'ada',
);

/** The form that the way to work supplies for a control. */
export function formOf(control: string): Extract<HumanCommand, { type: 'SubmitEvidence' }>['form'] {
  const book = new Book();
  for (const act of WAY_TO_WORK.filter((a) => a.name.startsWith('evidence '))) {
    const command = act.command(book);
    if (command.type === 'SubmitEvidence' && command.control === control) return command.form;
  }
  throw new Error(`The way to work supplies no ${control}.`);
}

const working = new Map<string | undefined, Book>();

/** A small team at work under a policy, left out the one that comes with Drawbridge; the way there is played once. */
export function atWork(policy?: string): Book {
  const book = working.get(policy) ?? doAll(new Book(undefined, undefined, undefined, undefined, policy), WAY_TO_WORK);
  working.set(policy, book);
  return book.copy();
}
