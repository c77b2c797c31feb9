import { type Said, say } from '../../say.js';
import { companiesIn } from '../company.js';
import { conclude, listOf, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { disagreementParts } from '../register/disagreements.js';
import { MODELS_FORM } from './thirdPartyModels.js';

type Tool = FormOf<typeof MODELS_FORM>['tools'][number];

function logFaults(scene: Scene, { tool, logs, logDays, logCountry }: Tool): Said[] {
  if (logs === 'not-kept') return unless(logDays === 0, say('DC-5.logs-contradict', { tool, days: logDays }));
  const most = numberOf(scene, 'logMaxDays');
  const { residency } = scene.state.intake.data;
  const outside = residency !== undefined && !residency.countries.includes(logCountry ?? '');
  return [
    ...unless(logDays > 0, say('DC-5.log-days-missing', { tool, keeper: logs })),
    ...unless(logDays <= most, say('DC-5.logs-too-long', { tool, days: logDays, limit: most })),
    ...unless(logCountry !== undefined && /^[A-Z]{2}$/.test(logCountry), say('DC-5.log-country-missing', { tool })),
    ...unless(!outside, say('DC-5.logs-abroad', { tool, country: logCountry, allowed: residency?.countries })),
  ];
}

function toolFaults(scene: Scene, answer: Tool): Said[] {
  const { tool, accountOwner, noTraining } = answer;
  const owners = listOf(scene, 'accountOwners');
  return [
    ...unless(owners.includes(accountOwner), say('DC-5.account', { tool, owner: accountOwner, accepted: owners })),
    ...unless(noTraining, say('DC-5.training', { tool })),
    ...logFaults(scene, answer),
  ];
}

/** Third-party models are known one by one: whose account, no training on what they get, and what they keep. */
export const DC5 = defineControl({
  id: 'DC-5',
  title: 'Third-party LLMs and coding assistants: accounts, no-training terms, logs',
  area: 'security',
  risk: 'data-exposure',
  nist: 'map',
  subject: 'case',
  form: MODELS_FORM,
  numbers: ['logMaxDays'],
  lists: ['accountOwners'],
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DC-5.not-supplied'));
    const names = answers.tools.map((t) => t.tool);
    return conclude(
      scene,
      [
        ...unless(answers.complete, say('DC-5.incomplete')),
        ...unless(companiesIn(names) === names.length, say('DC-5.twice')),
        ...answers.tools.flatMap((t) => toolFaults(scene, t)),
      ],
      disagreementParts(scene),
    );
  },
});
