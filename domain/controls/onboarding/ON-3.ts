import { refOf } from '../../access/resources.js';
import { say } from '../../say.js';
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
      ask: 'Into which repository was the first change merged, by its id in the case?',
    },
    change: { kind: 'url', ask: 'The link to the merged change.' },
    mergedOn: { kind: 'day', ask: 'On which day was it merged?' },
    author: { kind: 'person', ask: "Which of the vendor's engineers wrote it?" },
    environmentWorks: { kind: 'yes-no', ask: 'Can the team build and test in the environment that it was given?' },
  },
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('ON-3.not-supplied'));
    const { repository, change, mergedOn, author, environmentWorks } = answers;
    const { intake, leases } = scene.state;
    const held = Object.values(leases).find((l) => l.person === author && l.resource === repository && l.everOpened);
    return conclude(
      scene,
      [
        ...unless(
          intake.resources.some((r) => r.kind === 'repository' && refOf(r) === repository),
          say('ON-3.unknown-repository', { repository }),
        ),
        ...unless(held !== undefined, say('ON-3.author-without-access', { author, repository })),
        ...unless(environmentWorks, say('ON-3.environment-broken')),
      ],
      [
        { restsOn: [`link:${change}`, ...(held ? [`lease:${held.id}`] : [])] },
        doneOn(scene, mergedOn, say('ON-3.merge')),
      ],
    );
  },
});
