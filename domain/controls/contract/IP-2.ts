import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';

const lacks = (scene: Scene, what: Said): Part => ({ restsOn: [], missing: { what, turn: scene.planned.owner } });

/** The agreement by which the vendor assigns on what its people assign to it: the one that IP-1 cites. */
function masterAgreement(scene: Scene): Part {
  const paper = scene.state.evidence['IP-1']?.form.paper;
  return typeof paper === 'string'
    ? paperPart(scene, { paper }, { kind: 'master-agreement', signers: ['client', 'vendor'] })
    : lacks(scene, say('IP-2.agreement-missing'));
}

/** Whoever assigns on what its people assign to it signs that itself, by somebody whom it employs. */
function unsignedBy(scene: Scene, employer: string | undefined, chainPaper: string | undefined): Part[] {
  const { papers, people } = scene.state;
  const paper = chainPaper === undefined ? undefined : own(papers, chainPaper);
  if (paper === undefined || paper.signers.some((by) => own(people, by)?.employer === employer)) return [];
  return [lacks(scene, say('IP-2.chain-unsigned', { paper: paper.id, employer }))];
}

/** How the rights reach the client from whoever the person assigns them to; a subcontractor's people need one link more. */
function chain(scene: Scene, assignsTo: 'client' | 'vendor' | 'employer', chainPaper: string | undefined): Part[] {
  if (assignsTo === 'client') return [];
  const employer = own(scene.state.people, scene.person ?? '')?.employer;
  if (employer === scene.state.intake.vendor.name) return [masterAgreement(scene)];
  const direct = chainPaper !== undefined && chainPaper === scene.state.evidence['IP-1']?.form.paper;
  const link =
    chainPaper === undefined || direct
      ? lacks(scene, say('IP-2.chain-broken', { employer }))
      : paperPart(scene, { paper: chainPaper }, { kind: 'master-agreement', signers: ['vendor'] });
  return [link, ...unsignedBy(scene, employer, direct ? undefined : chainPaper), masterAgreement(scene)];
}

/** Contributor-level assignment, for each person; no policy can remove, weaken or waive it. */
export const IP2 = defineControl({
  id: 'IP-2',
  title: 'Contributor-level assignment that flows through to the client',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'govern',
  subject: 'person',
  locked: { kind: 'gate', holds: ['repo'] },
  form: {
    ...paperFields('the assignment that this person signs'),
    assignment: {
      kind: 'choice',
      of: ['hereby-assigns', 'agrees-to-assign', 'none'],
      ask: 'How does the person transfer the rights: "hereby assigns" now, "agrees to assign" later, or not at all?',
    },
    effectiveOn: {
      kind: 'choice',
      of: ['creation', 'commit', 'acceptance', 'payment', 'end-of-engagement'],
      ask: 'When do the rights leave the person?',
    },
    assignsTo: {
      kind: 'choice',
      of: ['client', 'vendor', 'employer', 'nobody'],
      ask: 'To whom does the person assign the rights: the client, the vendor, or the subcontractor that employs them?',
    },
    chainPaper: {
      kind: 'paper',
      optional: true,
      ask: 'If a subcontractor employs the person and they do not assign to the client: which document assigns the rights to the vendor?',
    },
    priorWorksAttached: { kind: 'yes-no', ask: 'Is a schedule of prior works attached, even if it says "none"?' },
    openSourceAttached: {
      kind: 'yes-no',
      ask: 'Is a schedule of open-source components attached, even if it says "none"?',
    },
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    const { person } = scene;
    if (answers === undefined || person === undefined) return notSupplied(scene, say('IP-2.not-supplied'));
    const { assignment, effectiveOn, assignsTo, chainPaper, priorWorksAttached, openSourceAttached } = answers;
    return conclude(
      scene,
      [
        ...unless(assignment === 'hereby-assigns', say('IP-2.no-present-assignment', { assignment })),
        ...unless(effectiveOn === 'creation' || effectiveOn === 'commit', say('IP-2.passes-late', { effectiveOn })),
        ...unless(assignsTo !== 'nobody', say('IP-2.no-assignee')),
        ...unless(priorWorksAttached, say('IP-2.no-prior-works')),
        ...unless(openSourceAttached, say('IP-2.no-open-source')),
      ],
      [
        paperPart(scene, answers, { kind: 'contributor-assignment', signers: [person], person }),
        ...(assignsTo === 'nobody' ? [] : chain(scene, assignsTo, chainPaper)),
      ],
    );
  },
});
