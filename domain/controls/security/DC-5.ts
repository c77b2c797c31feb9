import type { Why } from '../../say.js';
import { conclude, listOf, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';

const FORM = {
  tools: {
    kind: 'list',
    ask: "Every third-party model that the client's code, data or prompts reach, coding assistants included; an empty list when there is none.",
    of: {
      tool: { kind: 'text', maxLength: 120, ask: 'Which tool, with its plan, for example "Copilot Business"?' },
      use: {
        kind: 'choice',
        of: ['coding-assistant', 'chat', 'model-api', 'review-or-test', 'embedded-in-the-product'],
        ask: 'What is it used for?',
      },
      accountOwner: { kind: 'choice', of: ['client', 'vendor', 'personal'], ask: 'Whose account is it?' },
      noTraining: { kind: 'yes-no', ask: 'Do its terms rule out training on what is sent to it?' },
      terms: { kind: 'url', ask: 'Where are those terms?' },
      logs: {
        kind: 'choice',
        of: ['not-kept', 'client', 'vendor', 'provider'],
        ask: 'Who keeps logs of what is sent and answered?',
      },
      logCountry: {
        kind: 'text',
        maxLength: 2,
        optional: true,
        ask: 'In which country are the logs kept (ISO 3166-1 alpha-2, such as IE)?',
      },
      logDays: {
        kind: 'number',
        min: 0,
        integer: true,
        ask: 'For how many days are they kept? 0 when they are not.',
      },
    },
  },
  complete: {
    kind: 'yes-no',
    ask: 'Is that all of them, and is everybody in the team told to use no other?',
  },
} as const;
type Tool = FormOf<typeof FORM>['tools'][number];

function logFaults(scene: Scene, { tool, logs, logDays, logCountry }: Tool): Why[] {
  if (logs === 'not-kept')
    return unless(logDays === 0, `${tool}: logs are not kept and yet for ${logDays} days; correct one of the two.`);
  const most = numberOf(scene, 'logMaxDays');
  const { residency } = scene.state.intake.data;
  const outside = residency !== undefined && !residency.countries.includes(logCountry ?? '');
  return [
    ...unless(logDays > 0, `${tool}: logs are kept by the ${logs}, and for how long is not said; name the days.`),
    ...unless(logDays <= most, `${tool}: logs are kept ${logDays} days; the policy accepts ${most} at most.`),
    ...unless(
      logCountry !== undefined && /^[A-Z]{2}$/.test(logCountry),
      `${tool}: the country in which logs are kept is not named; give two capital letters, such as IE.`,
    ),
    ...unless(
      !outside,
      `${tool}: logs are kept outside the countries in which the data may lie (${residency?.countries.join(', ')}); keep them inside.`,
    ),
  ];
}

function toolFaults(scene: Scene, answer: Tool): Why[] {
  const { tool, accountOwner, noTraining } = answer;
  const owners = listOf(scene, 'accountOwners');
  return [
    ...unless(
      owners.includes(accountOwner),
      `${tool}: the account is ${accountOwner === 'personal' ? 'a personal one' : `the ${accountOwner}'s`}; it has to be held by the ${owners.join(' or ')}.`,
    ),
    ...unless(
      noTraining,
      `${tool}: its terms do not rule out training on what is sent to it; use a plan whose terms do.`,
    ),
    ...logFaults(scene, answer),
  ];
}

/** Third-party models are known one by one: whose account, no training on what they get, and what they keep. */
export const DC5 = defineControl({
  id: 'DC-5',
  title: 'Third-party LLMs and coding assistants: account, no-training terms, logs',
  area: 'security',
  risk: 'data-exposure',
  nist: 'map',
  subject: 'case',
  form: FORM,
  numbers: ['logMaxDays'],
  lists: ['accountOwners'],
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined)
      return notSupplied(scene, 'The third-party models and coding assistants in use are not named yet.');
    const names = answers.tools.map((t) => t.tool);
    return conclude(scene, [
      ...unless(
        answers.complete,
        'The list is not complete, or the team may use other tools; list them all and bar the rest.',
      ),
      ...unless(new Set(names).size === names.length, 'A tool is listed twice; list each once.'),
      ...answers.tools.flatMap((t) => toolFaults(scene, t)),
    ]);
  },
});
