import type { EngagementModel } from '../../case/intake.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { isClient, isVendor, onRoster } from '../sides.js';
import { CADENCE, MODEL_TERMS_FORM } from './modelForm.js';

type Answers = FormOf<typeof MODEL_TERMS_FORM>;
type Section = 'staffAugmentation' | 'project' | 'managedTeam';

const PARTS: Record<EngagementModel, Section> = {
  'staff-augmentation': 'staffAugmentation',
  project: 'project',
  'managed-team': 'managedTeam',
};

/** What is said of each who has to be one of the client's people and is not. */
const clientFaults = ({ state }: Scene, people: [person: string, otherwise: Said][]): Said[] =>
  people.flatMap(([id, otherwise]) => unless(isClient(state, id), otherwise));

/** Engineers without a manager: what they lack is theirs alone. */
function unmanaged(scene: Scene, { managers }: NonNullable<Answers['staffAugmentation']>): Part[] {
  const { people, intake } = scene.state;
  const team = intake.engineers
    .map((e) => e.person)
    .filter((id) => own(people, id) === undefined || onRoster(scene.state, id));
  const joined = Object.values(people).flatMap((p) => (p.status === 'accepted' ? [p.id] : []));
  const managed = managers.map((m) => m.engineer);
  return [...new Set([...team, ...joined])]
    .filter((id) => !managed.includes(id))
    .map((person) => ({
      restsOn: [],
      missing: { what: say('EM-2.no-manager', { engineers: [person] }), turn: scene.planned.owner, person },
    }));
}

function staffFaults(scene: Scene, terms: NonNullable<Answers['staffAugmentation']>): Said[] {
  const { intake } = scene.state;
  const { managers, qualityOwner, architectureOwner } = terms;
  const early = managers.filter((m) => m.onboardedBy < intake.startDate).map((m) => m.engineer);
  return [
    ...unless(early.length === 0, say('EM-2.onboarding-too-early', { engineers: early, startDate: intake.startDate })),
    ...clientFaults(scene, [
      ...managers.map(({ manager: person, engineer }): [string, Said] => [
        person,
        say('EM-2.manager-not-client', { person, engineer }),
      ]),
      [qualityOwner, say('EM-2.quality-owner-not-client', { person: qualityOwner })],
      [architectureOwner, say('EM-2.architecture-owner-not-client', { person: architectureOwner })],
    ]),
  ];
}

function projectFaults(scene: Scene, { milestones }: NonNullable<Answers['project']>): Said[] {
  const { startDate } = scene.state.intake;
  const days = milestones.map((m) => m.due);
  const vague = milestones.filter((m) => m.acceptance.trim() === m.name.trim()).map((m) => m.name);
  return [
    ...unless(
      days.every((d, i) => d >= (days[i - 1] ?? startDate)),
      say('EM-2.milestones-out-of-order', { startDate }),
    ),
    ...unless(vague.length === 0, say('EM-2.no-acceptance', { milestones: vague })),
    ...clientFaults(
      scene,
      milestones.map(({ acceptedBy: person, name }) => [
        person,
        say('EM-2.acceptance-not-client', { person, milestone: name }),
      ]),
    ),
  ];
}

/** A lead who has left was right when it was said; the next one has to be named. */
const leadGone = (scene: Scene, { lead }: NonNullable<Answers['managedTeam']>): Part[] =>
  own(scene.state.people, lead)?.status === 'left'
    ? [{ restsOn: [], missing: { what: say('EM-2.lead-gone', { person: lead }), turn: scene.planned.owner } }]
    : [];

function teamFaults(scene: Scene, terms: NonNullable<Answers['managedTeam']>): Said[] {
  const { lead, kpiOwner, escalatesTo } = terms;
  const lacking = CADENCE.filter((c) => !terms.cadence.includes(c));
  return [
    ...unless(
      isVendor(scene.state, lead) || own(scene.state.people, lead)?.status === 'left',
      say('EM-2.lead-not-vendor', { person: lead }),
    ),
    ...unless(lacking.length === 0, say('EM-2.cadence-incomplete', { meetings: lacking })),
    ...clientFaults(scene, [
      [kpiOwner, say('EM-2.kpi-owner-not-client', { person: kpiOwner })],
      [escalatesTo, say('EM-2.escalation-not-client', { person: escalatesTo })],
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
    const { chosen: model } = scene.state.plan.model;
    if (answers === undefined) return notSupplied(scene, say('EM-2.not-supplied', { model }));
    if (answers.model !== model)
      return conclude(scene, [say('EM-2.other-model', { model: answers.model, chosen: model })]);
    const { staffAugmentation, project, managedTeam } = answers;
    if (answers[PARTS[model]] === undefined)
      return conclude(scene, [say('EM-2.part-missing', { part: PARTS[model], model })]);
    const superfluous = Object.values(PARTS).filter((p) => p !== PARTS[model] && answers[p] !== undefined);
    return conclude(
      scene,
      [
        ...unless(superfluous.length === 0, say('EM-2.part-not-needed', { parts: superfluous, model })),
        ...(staffAugmentation ? staffFaults(scene, staffAugmentation) : []),
        ...(project ? projectFaults(scene, project) : []),
        ...(managedTeam ? teamFaults(scene, managedTeam) : []),
      ],
      [
        ...(staffAugmentation ? unmanaged(scene, staffAugmentation) : []),
        ...(managedTeam ? leadGone(scene, managedTeam) : []),
      ],
    );
  },
});
