import type { PolicyPage } from '../../contract/policyPage.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { bindingOf } from '../../policy/compilePlan.js';
import type { Policy, PolicyControl } from '../../policy/policySchema.js';
import { placeOf } from '../../presentation/plan/planWords.js';
import { bindingInWords } from '../../presentation/words/binding.js';
import { policyTexts } from '../../presentation/words/policyNumbers.js';

type Figure = PolicyPage['figures'][number];

/** Numbers and lists of a control, one phrase each, with their sources. */
function figuresOf({ numbers, lists }: PolicyControl): Figure[] {
  return [
    ...Object.entries(numbers).map(([name, { value, source }]) => ({
      name,
      text: policyTexts({ numbers: { [name]: value } }).join(''),
      source,
    })),
    ...Object.entries(lists).map(([name, { value, source }]) => ({
      name,
      text: policyTexts({ lists: { [name]: value } }).join(''),
      source,
    })),
  ];
}

const lapseOf = ({ lapse }: PolicyControl): string =>
  lapse === 'suspend'
    ? 'What it opened is suspended when it lapses'
    : `What it opened goes on for ${lapse.warn} days after it lapses`;

function controlOf(id: string, control: PolicyControl): PolicyPage['controls'][number] {
  const { title = id, area = '', risk = '', locked } = own(CONTROLS, id) ?? {};
  const { stage, owner, behind, path, waivableBy, waiverMaxDays, when } = control;
  return {
    ...{ id, title, area, risk, stage, owner, behind, waiverMaxDays },
    binds: bindingInWords(bindingOf(control)),
    locked: locked !== undefined,
    waivableBy: locked === undefined ? waivableBy : [],
    lapse: 'gate' in control.binds ? lapseOf(control) : '',
    figures: figuresOf(control),
    ...(path !== undefined && { path }),
    ...(when !== undefined && { when }),
  };
}

/** A policy as people read it. */
export function policyPageOf({ policy, hash }: { policy: Policy; hash: string }): PolicyPage {
  const { name, version, stages, controls, numbers, accessProfiles, reminders, clientSignatories, escalateTo } = policy;
  return {
    policy: { name, version, hash },
    stages,
    controls: Object.entries(controls).map(([id, control]) => controlOf(id, control)),
    figures: Object.entries(numbers).flatMap(([name, number]): Figure[] =>
      number === undefined
        ? []
        : [{ name, text: `${placeOf(['numbers', name])}: ${[number.value].flat().join(', ')}`, source: number.source }],
    ),
    profiles: Object.entries(accessProfiles).map(([name, profile]) => ({ name, ...profile })),
    reminders: reminders.hoursFromDue,
    clientSignatories,
    escalateTo,
  };
}
