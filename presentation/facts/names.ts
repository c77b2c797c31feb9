import type { About } from '../../contract/story.js';
import { STAGES, type StageId } from '../../domain/case/plan.js';
import type { Role } from '../../domain/case/roles.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { STAGE_NAMES } from '../words/headings.js';
import { ROLE_WORDS } from '../words/names.js';
import { placeText } from '../words/places.js';

/** A person as texts carry one; readers put the name in. */
export const personText = (id: string): string => (id === 'system' ? 'Drawbridge' : `{person:${id}}`);

/** `{person:a}, {person:b}`. */
export const peopleText = (ids: readonly string[]): string => ids.map(personText).join(', ');

/** `IP-2 Contributor-level assignment for {person:ada}` for the key of a control or flag; `titled` may make the title shorter. */
export function controlText(key: string, titled = (title: string): string => title): string {
  const { controlId, person } = parseSubjectKey(key);
  const title = CONTROLS[controlId] && titled(CONTROLS[controlId].title);
  return `${controlId}${title === undefined ? '' : ` ${title}`}${person === undefined ? '' : ` for ${personText(person)}`}`;
}

/** What a fact about a control, or a control and a person, speaks of. */
export function aboutControl(key: string): About {
  const { controlId, person } = parseSubjectKey(key);
  return { control: controlId, ...(person !== undefined && { people: [person] }) };
}

/** Person and resource of a grant's id, `<person>/<resource>`. */
export function grantParts(grant: string): { person: string; resource: string } {
  const at = grant.indexOf('/');
  return { person: grant.slice(0, at), resource: grant.slice(at + 1) };
}

/** `{person:ada} on github:meridian/eta-model`. */
export function grantText(grant: string): string {
  const { person, resource } = grantParts(grant);
  return `${personText(person)} on ${placeText(resource)}`;
}

export function aboutGrant(grant: string): About {
  const { person, resource } = grantParts(grant);
  return { people: [person], resources: [resource] };
}

const isStage = (id: string): id is StageId => STAGES.some((stage) => stage === id);
const isRole = (id: string): id is Role => Object.hasOwn(ROLE_WORDS, id);

/** `Data protection`. */
export const stageName = (id: string): string => (isStage(id) ? STAGE_NAMES[id] : id);

/** `the executive`. */
export const roleText = (id: string): string => (isRole(id) ? ROLE_WORDS[id] : id);

const SUBJECTS: Record<string, string> = { waiver: 'Waiver of', remedy: 'Remedy for', clearance: 'Clearance of' };

/** The kind in the id of a request for access, before the grant that it asks for. */
const ACCESS_REQUEST = 'access-request';

/** `Contract gate`, `Waiver of IP-3`, `Clearance of RF-2 for {person:ada}`, from an approval's id. */
export function approvalText(approval: string): string {
  const [kind = '', id = '', ...rest] = approval.split(':');
  if (kind === 'gate') return `${stageName(id)} gate`;
  if (kind === ACCESS_REQUEST) return `Access request for ${grantText(approval.slice(kind.length + 1))}`;
  if (kind === 'policy') return 'Policy change';
  const subject = SUBJECTS[kind];
  const person = rest.length > 1 ? ` for ${personText(rest[0] ?? '')}` : '';
  return subject === undefined ? approval : `${subject} ${id}${person}`;
}

export function aboutApproval(approval: string): About {
  const [kind = '', id = '', ...rest] = approval.split(':');
  if (kind === 'gate') return { approval, stage: id };
  if (kind === ACCESS_REQUEST) return { approval, ...aboutGrant(approval.slice(kind.length + 1)) };
  if (!Object.hasOwn(SUBJECTS, kind)) return { approval };
  return { approval, control: id, ...(rest.length > 1 && { people: [rest[0] ?? ''] }) };
}

/** Whether the client or the vendor signs, or which person. */
export const signatoryText = (by: string): string =>
  by === 'client' || by === 'vendor' ? `the ${by}` : personText(by);

/** `data-protection` as `data protection`. */
export const spaced = (id: string): string => id.replaceAll('-', ' ');
