import type { About } from '../../contract/story.js';
import { controlOfFact } from '../../domain/controls/index.js';
import { INCIDENT_STEPS, type IncidentStep } from '../../domain/incidents/incident.js';
import { own } from '../../domain/record.js';
import { dayText } from '../words/dates.js';
import { placeText } from '../words/places.js';
import {
  aboutApproval,
  aboutControl,
  aboutGrant,
  approvalText,
  controlText,
  grantText,
  personText,
  signatoryText,
  spaced,
  stageName,
} from './names.js';

/** Resource and person of a task's id, `<provider>:<id>:<person>`. */
const apart = (id: string): [resource: string, person: string] => {
  const at = id.lastIndexOf(':');
  return [id.slice(0, at), id.slice(at + 1)];
};

type TaskName = { text: string; about?: About };

const STEP_TEXT: Record<IncidentStep | 'aware' | 'close', string> = {
  contain: 'contain it',
  'notify-client': 'notify the client',
  'assess-risk': 'assess the risk to people',
  'notify-authority': 'notify the supervisory authority',
  'notify-subjects': 'notify the people concerned',
  document: 'document it',
  'notify-controller': 'notify the controller',
  aware: 'say when you became aware',
  close: 'close it',
};

/** A step of an incident as an instruction; one that is not known stays as it is. */
export const incidentStepText = (step: string): string =>
  step === 'close' || step === 'aware' || INCIDENT_STEPS.some((known) => known === step)
    ? STEP_TEXT[step as IncidentStep]
    : step;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const onGrant = (what: string, id: string): TaskName => ({ text: `${what}: ${grantText(id)}`, about: aboutGrant(id) });

/** What each kind of task asks for, from the rest of its id. */
const TASKS: Record<string, (rest: string) => TaskName> = {
  decide: (id) => ({ text: `Decide on the ${lower(approvalText(id))}`, about: aboutApproval(id) }),
  rejected: (id) => ({ text: `Resolve the rejection of the ${lower(approvalText(id))}`, about: aboutApproval(id) }),
  answer: (id) => ({ text: `Answer the questions on the ${lower(approvalText(id))}`, about: aboutApproval(id) }),
  sign: (id) => {
    const [document = '', by = ''] = id.split(':');
    const people = by === 'client' || by === 'vendor' ? undefined : [by];
    return {
      text: people === undefined ? `Sign ${document} for ${signatoryText(by)}` : `Sign ${document}`,
      about: { document, ...(people && { people }) },
    };
  },
  accept: (id) => ({ text: `Accept or reject ${personText(id)}`, about: { people: [id] } }),
  confirm: (id) => {
    const [role = '', person = ''] = id.split(':');
    return { text: `Confirm ${personText(person)} as ${spaced(role)}`, about: { people: [person] } };
  },
  name: (role) => ({ text: `Name somebody as ${spaced(role)}` }),
  supply: (id) => {
    const [stage = ''] = id.split(':');
    return { text: `Supply evidence for ${lower(stageName(stage))}`, about: { stage } };
  },
  item: (id) => ({ text: `Supply ${controlText(id)}`, about: aboutControl(id) }),
  waits: (id) => {
    const control = id.slice(id.lastIndexOf(':') + 1);
    return { text: `Bring ${controlText(control)} up to date`, about: aboutControl(control) };
  },
  disclosed: (key) => ({
    text: `Review what new evidence for ${controlText(key)} discloses`,
    about: aboutControl(key),
  }),
  flag: (id) => ({ text: `Resolve red flag ${controlText(id)}`, about: aboutControl(id) }),
  meeting: (id) => {
    const [control = '', day = ''] = id.split(':');
    return { text: `Hold ${controlText(control)} on ${dayText(day)}`, about: { control } };
  },
  kpi: (id) => ({ text: `Respond to the missed KPI ${id}`, about: { kpi: id } }),
  withdraw: (id) => onGrant('Withdraw at the provider', id),
  opening: (id) => onGrant('Look into a refused opening', id),
  invitation: (id) => onGrant('Accept the invitation', id),
  'not-invited': (id) => onGrant('Look into invitations that came to nothing', id),
  permission: (id) => onGrant('Correct the permission', id),
  attest: (id) => onGrant('Change access by hand and attest it', id),
  verify: (id) => onGrant('Verify access', id),
  recertify: (id) => onGrant('Recertify access', id),
  login: (id) => ({ text: `Correct the login of ${personText(id)}`, about: { people: [id] } }),
  place: (resource) => ({ text: `Check ${placeText(resource)} at its provider`, about: { resources: [resource] } }),
  region: (id) => onGrant('Move the work to a permitted region', id),
  'unknown-account': (id) => {
    const [resource, person] = apart(id);
    return {
      text: `Explain the unknown account ${personText(person)} on ${placeText(resource)}`,
      about: { people: [person], resources: [resource] },
    };
  },
  'vendor-account': (id) => {
    const [resource, person] = apart(id);
    return {
      text: `Remove the vendor’s undisclosed account ${personText(person)} from ${placeText(resource)}`,
      about: { people: [person], resources: [resource] },
    };
  },
  'left-behind': (id) => onGrant('Explain what stayed', id),
  'outside-change': (id) => onGrant('Decide on a change by hand', id),
  'user-entity': (id) => ({
    text: `Put the user-entity control ${id} in place`,
    about: { control: controlOfFact('UserEntityControlConfirmed') },
  }),
  deliver: (milestone) => ({ text: `Deliver ${milestone}`, about: { milestone } }),
  'accept-milestone': (milestone) => ({ text: `Accept or return ${milestone}`, about: { milestone } }),
  'accept-milestone-late': (milestone) => ({ text: `Accept or return ${milestone}, late`, about: { milestone } }),
  'move-milestone': (milestone) => ({ text: `Answer on another day for ${milestone}`, about: { milestone } }),
  'first-day': (id) => ({ text: `Announce the first day of ${personText(id)}`, about: { people: [id] } }),
  'confirm-first-day': (id) => ({ text: `Confirm the first day of ${personText(id)}`, about: { people: [id] } }),
  dispute: (dispute) => ({ text: `Answer ${dispute}`, about: { dispute } }),
  'dispute-late': (dispute) => ({ text: `Answer ${dispute}, late`, about: { dispute } }),
  replace: (id) => ({ text: `Propose a replacement (${id})`, about: { replacement: id } }),
  handover: (id) => ({ text: `Hand over (${id})`, about: { replacement: id } }),
  incident: (id) => {
    const [incident = '', step = ''] = id.split(':');
    return { text: `Incident ${incident}: ${incidentStepText(step)}`, about: { incident } };
  },
  drill: () => ({ text: 'Run an incident drill' }),
  address: (id) => {
    const person = id.slice(id.indexOf(':') + 1);
    return { text: `Correct the e-mail address of ${personText(person)}`, about: { people: [person] } };
  },
  'policy-not-in-force': (id) => ({ text: 'Bring the approved policy into force', about: { approval: id } }),
};

/** What a task asks for, by its id, and what it is about. An id of an unknown kind stays as it is. */
export function taskName(task: string): { text: string; about: About } {
  const at = task.indexOf(':');
  const [kind, rest] = at < 0 ? [task, ''] : [task.slice(0, at), task.slice(at + 1)];
  const named = own(TASKS, kind)?.(rest);
  return { text: named?.text ?? task, about: { ...named?.about, task } };
}
