import { fromRef, resourcesOf } from '../../access/resources.js';
import type { Person } from '../../case/state.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { isClient } from '../sides.js';

/** What is wrong with what a person is to reach: every grant has a task, a bounded profile and a resource of the case. */
function needFaults({ state }: Scene, person: Person): Said[] {
  const known = resourcesOf(state.intake).map((r) => r.ref);
  return person.needs.flatMap(({ resource, profile, task }) => {
    const found = own(state.plan.profiles, profile);
    return [
      ...unless(known.includes(resource), say('DC-1.unknown-resource', { resource })),
      ...unless(found !== undefined, say('DC-1.unknown-profile', { profile, known: Object.keys(state.plan.profiles) })),
      ...unless(
        own(found?.gives, fromRef(resource).provider)?.administers !== true,
        say('DC-1.admin-profile', { profile, resource }),
      ),
      ...unless(found === undefined || found.maxDays > 0, say('DC-1.endless-profile', { profile })),
      ...unless(task.trim() !== '', say('DC-1.no-task', { resource })),
    ];
  });
}

/** Least privilege, person by person: each grant follows from a task, ends, has an owner, and its use is logged. */
export const DC1 = defineControl({
  id: 'DC-1',
  title: 'Least privilege: every grant has a task, an end date, an owner and a usage log',
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'person',
  form: {
    owner: { kind: 'person', ask: "Which of the client's people owns this person's grants and reviews them?" },
    useLogs: {
      kind: 'list',
      ask: 'For each resource this person accesses: where use is logged, for how long, and who reads the log.',
      of: {
        resource: { kind: 'text', maxLength: 140, ask: 'Which repository, data set or model (id)?' },
        where: { kind: 'url', ask: 'Where is the usage log?' },
        keptDays: { kind: 'number', min: 0, integer: true, ask: 'How many days is it kept?' },
        reader: { kind: 'person', ask: "Which of the client's people reads it?" },
      },
    },
  },
  numbers: ['logRetentionMinDays'],
  suppliedBy: ['engineering-manager', 'security'],
  assess(answers, scene) {
    const { state } = scene;
    const person = own(state.people, scene.person ?? '');
    if (person === undefined) return notSupplied(scene, say('DC-1.not-on-roster'));
    const needs = needFaults(scene, person);
    if (needs.length > 0) return conclude(scene, needs);
    if (answers === undefined) return notSupplied(scene, say('DC-1.not-supplied'));
    const minimum = numberOf(scene, 'logRetentionMinDays');
    const logged = answers.useLogs.map((l) => l.resource);
    const unlogged = person.needs.map((n) => n.resource).filter((r) => !logged.includes(r));
    const readers = answers.useLogs.map((l) => l.reader);
    const outsiders = [...new Set([answers.owner, ...readers])].filter((id) => !isClient(state, id));
    return conclude(scene, [
      ...unless(outsiders.length === 0, say('DC-1.not-client', { people: outsiders })),
      ...unless(unlogged.length === 0, say('DC-1.unlogged', { resources: unlogged })),
      ...answers.useLogs
        .filter((l) => l.keptDays < minimum)
        .map(({ resource, keptDays }) => say('DC-1.log-too-short', { resource, days: keptDays, minimum })),
    ]);
  },
});
