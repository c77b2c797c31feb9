import type { Approval } from '../../domain/approvals/approval.js';
import type { StageId } from '../../domain/case/plan.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { endText } from './dates.js';
import { briefTitle, type Reader } from './fill.js';
import { placeText } from './places.js';

const GATES: Record<StageId, string> = {
  evaluate: 'Is this the right vendor for the work?',
  contract: 'Do the contracts protect our rights and our secrets?',
  'data-protection': 'Is personal data in good hands with this vendor?',
  attestation: 'Is this vendor’s security proven well enough?',
  people: 'May these people work for us under the texts that they have signed?',
  'working-agreement': 'Is everything agreed so that the work can begin?',
  work: 'Does the work run as agreed?',
  'knowledge-transfer': 'Could we go on without this vendor?',
  'day-30-review': 'Should the engagement go on after its first 30 days?',
};

const isStage = (stage: string): stage is StageId => Object.hasOwn(GATES, stage);

/** `IP-3 Mutual NDA for {person:…}` without what a title goes into. */
function subjectText(key: string): string {
  const { controlId, person } = parseSubjectKey(key);
  const title = briefTitle(own(CONTROLS, controlId)?.title ?? '');
  return `${controlId} ${title}`.trim() + (person === undefined ? '' : ` for {person:${person}}`);
}

/** What an approval decides, as one plain question. Persons stay `{person:p-…}` until a text is read. */
export function questionOf({ kind, subject, request, access }: Approval, { zone }: Reader): string {
  const until = request?.until === undefined ? '' : ` until ${endText(request.until, zone)}`;
  switch (kind) {
    case 'gate':
      return isStage(subject) ? GATES[subject] : 'May the case go on?';
    case 'waiver':
      return `Can we do without ${subjectText(subject)}${until}?`;
    case 'remedy':
      return `Is the remedy for ${subjectText(subject)} good enough${until}?`;
    case 'clearance':
      return `Is what raised ${subjectText(subject)} settled?`;
    case 'access':
      return access === undefined
        ? 'May this person have the access that is requested?'
        : `May {person:${access.person}} have ${access.profile} access to ${placeText(access.resource)}?`;
    case 'policy':
      return `Should the policy ${subject} apply to this case from now on?`;
    default: {
      const never: never = kind;
      return never;
    }
  }
}
