import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { doneOn } from '../days.js';

/** Environment and repository work: somebody who was given access has had a first change merged. */
export const ON3 = defineControl({
  id: 'ON-3',
  title: 'Environment and repository access work, and the first change is merged',
  area: 'onboarding',
  risk: 'quality',
  nist: 'manage',
  subject: 'case',
  form: {
    repository: {
      kind: 'text',
      maxLength: 140,
      ask: 'Into which repository was the first change merged, as owner/name?',
    },
    change: { kind: 'url', ask: 'The link to the merged change.' },
    mergedOn: { kind: 'day', ask: 'On which day was it merged?' },
    author: { kind: 'person', ask: "Which of the vendor's engineers wrote it?" },
    environmentWorks: { kind: 'yes-no', ask: 'Can the team build and test in the environment that it was given?' },
  },
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'No first change is merged yet.');
    const { repository, change, mergedOn, author, environmentWorks } = answers;
    const { intake, leases } = scene.state;
    const held = Object.values(leases).find((l) => l.person === author && l.resource === repository && l.everOpened);
    return conclude(
      scene,
      [
        ...unless(
          intake.repositories.some((r) => r.id === repository),
          `${repository} is not a repository of this case; name the one that the change went into.`,
        ),
        ...unless(
          held !== undefined,
          `${author} was never given access to ${repository} here; name a change by somebody who holds it.`,
        ),
        ...unless(environmentWorks, 'The team cannot build and test in its environment yet; put that right first.'),
      ],
      [{ restsOn: [`link:${change}`, ...(held ? [`lease:${held.id}`] : [])] }, doneOn(scene, mergedOn, 'The merge')],
    );
  },
});
