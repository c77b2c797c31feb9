import type { EngagementModel } from '../../case/intake.js';
import type { Why } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { isClient, isVendor, onRoster } from '../sides.js';
import { CADENCE, MODEL_TERMS_FORM } from './modelForm.js';

type Answers = FormOf<typeof MODEL_TERMS_FORM>;
type Part = 'staffAugmentation' | 'project' | 'managedTeam';

const PARTS: Record<EngagementModel, Part> = {
  'staff-augmentation': 'staffAugmentation',
  project: 'project',
  'managed-team': 'managedTeam',
};

const clientFaults = ({ state }: Scene, people: [person: string, act: string][]): Why[] =>
  people.flatMap(([id, act]) =>
    unless(isClient(state, id), `${id} ${act} and is not one of the client's people in this case; name one of them.`),
  );

function staffFaults(scene: Scene, terms: NonNullable<Answers['staffAugmentation']>): Why[] {
  const { people, intake } = scene.state;
  const team = intake.engineers
    .map((e) => e.person)
    .filter((id) => people[id] === undefined || onRoster(scene.state, id));
  const joined = Object.values(people).flatMap((p) => (p.status === 'accepted' ? [p.id] : []));
  const managed = terms.managers.map((m) => m.engineer);
  const without = [...new Set([...team, ...joined])].filter((id) => !managed.includes(id));
  const early = terms.managers.filter((m) => m.onboardedBy < intake.startDate).map((m) => m.engineer);
  return [
    ...unless(without.length === 0, `${without.join(', ')} has no internal manager; name one for every engineer.`),
    ...unless(
      early.length === 0,
      `The onboarding of ${early.join(', ')} would end before the case starts; correct the day.`,
    ),
    ...clientFaults(scene, [
      ...terms.managers.map((m): [string, string] => [m.manager, `is to manage ${m.engineer}`]),
      [terms.qualityOwner, 'is to own quality control'],
      [terms.architectureOwner, 'is to own the architecture'],
    ]),
  ];
}

function projectFaults(scene: Scene, { milestones }: NonNullable<Answers['project']>): Why[] {
  const { startDate } = scene.state.intake;
  const days = milestones.map((m) => m.due);
  const vague = milestones.filter((m) => m.acceptance.trim() === m.name.trim()).map((m) => m.name);
  return [
    ...unless(
      days.every((d, i) => d >= (days[i - 1] ?? startDate)),
      'The milestones are not in the order of their days, from the start date on; put them in order.',
    ),
    ...unless(
      vague.length === 0,
      `${vague.join(', ')} has no acceptance criterion of its own; say when it counts as done.`,
    ),
    ...clientFaults(
      scene,
      milestones.map((m) => [m.acceptedBy, `is to accept "${m.name}"`]),
    ),
  ];
}

function teamFaults(scene: Scene, terms: NonNullable<Answers['managedTeam']>): Why[] {
  const lacking = CADENCE.filter((c) => !terms.cadence.includes(c));
  return [
    ...unless(
      isVendor(scene.state, terms.lead),
      "The partner's lead is not one of the vendor's people; name one of them.",
    ),
    ...unless(lacking.length === 0, `The cadence lacks ${lacking.join(', ')}; agree on all of it.`),
    ...clientFaults(scene, [
      [terms.kpiOwner, 'is to answer for the KPIs'],
      [terms.escalatesTo, 'is to settle disputes'],
    ]),
  ];
}

/** The chosen model shapes the plan: what has to be settled depends on who owns the outcome. */
export const EM2 = defineControl({
  id: 'EM-2',
  title: 'The terms that the chosen engagement model needs are settled',
  area: 'engagement',
  risk: 'quality',
  nist: 'govern',
  subject: 'case',
  form: MODEL_TERMS_FORM,
  suppliedBy: ['procurement', 'vendor-contact'],
  assess(answers, scene) {
    const { chosen } = scene.state.plan.model;
    if (answers === undefined) return notSupplied(scene, `The terms for ${chosen} are not supplied yet.`);
    if (answers.model !== chosen)
      return conclude(scene, [
        `The terms are for ${answers.model} and the model chosen is ${chosen}; supply those for it.`,
      ]);
    const { staffAugmentation, project, managedTeam } = answers;
    if (answers[PARTS[chosen]] === undefined)
      return conclude(scene, [`The part ${PARTS[chosen]} is missing; the model ${chosen} needs it.`]);
    const superfluous = Object.values(PARTS).filter((p) => p !== PARTS[chosen] && answers[p] !== undefined);
    return conclude(scene, [
      ...unless(
        superfluous.length === 0,
        `The part ${superfluous.join(', ')} does not belong to ${chosen}; leave it out.`,
      ),
      ...(staffAugmentation ? staffFaults(scene, staffAugmentation) : []),
      ...(project ? projectFaults(scene, project) : []),
      ...(managedTeam ? teamFaults(scene, managedTeam) : []),
    ]);
  },
});
