import type { Lease } from '../../access/lease.js';
import { refOf } from '../../access/resources.js';
import type { CaseState } from '../../case/state.js';
import { endedAccess, isAsked, isSettled, isUnlisted, standingOf, thingsLeft } from '../../leftBehind/standing.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { type Instant, toMs } from '../../time.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { type Control, defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { KT1 } from '../knowledge/KT-1.js';
import { KT2 } from '../knowledge/KT-2.js';
import { KT3 } from '../knowledge/KT-3.js';
import { KT4 } from '../knowledge/KT-4.js';
import { KT5 } from '../knowledge/KT-5.js';
import { paperFields, paperPart } from '../paperPart.js';

const ITEMS = ['data', 'weights', 'prompts', 'code', 'credentials'] as const;
type Item = (typeof ITEMS)[number];

const fate = (what: string) =>
  ({
    kind: 'choice',
    of: ['returned', 'deleted', 'never-held'],
    ask: `What became of the client's ${what}: returned, deleted, or never held by the vendor?`,
  }) as const;

const FORM = {
  data: fate('data, copies and extracts included'),
  weights: fate('model weights, fine-tuned ones included'),
  prompts: fate('prompts and evaluation sets'),
  code: fate('code, clones and build artefacts included'),
  credentials: fate('credentials: keys, tokens, accounts, devices'),
  ...paperFields("the vendor's certificate of return or deletion"),
  packLink: { kind: 'url', optional: true, ask: 'Where is the final evidence pack kept?' },
  packHash: { kind: 'hash', optional: true, ask: 'SHA-256 of the final evidence pack.' },
} as const;

/** What the vendor held of the client's where such access was ever open. */
const itemOf =
  ({ intake, formerResources = [] }: CaseState) =>
  ({ resource }: Lease): Item => {
    const kind = [...intake.resources, ...formerResources].find((r) => refOf(r) === resource)?.kind;
    if (kind === 'model') return 'weights';
    return kind === 'data-set' ? 'data' : 'code';
  };

const opened = ({ state }: Scene): Lease[] => Object.values(state.leases).filter((l) => l.everOpened);

/** Knowledge-transfer as it stands: each planned control of it met or waived, or what it lacks. */
function knowledgePart({ state, now }: Scene, control: Control): Part[] {
  const planned = own(state.plan.controls, control.id);
  if (planned === undefined || !planned.applies) return [];
  const waiver = own(state.waivers, control.id);
  if (waiver !== undefined && toMs(waiver.until) > toMs(now))
    return [{ restsOn: [`waiver:${control.id}@${waiver.until}`], until: waiver.until }];
  const evidence = own(state.evidence, control.id);
  const found = control.assess(evidence?.form, { state, planned, now });
  if (found.status === 'met')
    return [{ restsOn: [`control:${control.id}`], ...(found.until === undefined ? {} : { until: found.until }) }];
  const [why] = found.status === 'refused' ? found.reasons : found.missing;
  const again = found.status === 'open' && found.until !== undefined ? { until: found.until } : {};
  const what = say('OF-1.knowledge-open', { control: control.id, why });
  return [{ restsOn: [], missing: { what, turn: found.turn, ...again } }];
}

/** Every access that was open is withdrawn and was read back as absent. */
function accessPart({ state, planned }: Scene): Part {
  const still = Object.values(state.leases).filter((l) => l.want === 'present' || l.absentAt === undefined);
  if (still.length === 0) return { restsOn: [] };
  const what = say(state.status === 'open' ? 'OF-1.access-open' : 'OF-1.access-unread', { grants: still.length });
  return { restsOn: [], missing: { what, turn: planned.owner } };
}

/** What may have been left by whoever had access is listed, and of each thing it is said that it stays, or seen that it is gone. */
function leftParts({ state }: Scene): Part[] {
  const unlisted = endedAccess(state).filter((lease) => isUnlisted(lease, standingOf(state, lease))).length;
  const things = thingsLeft(state);
  const unanswered = things.filter(isAsked).length;
  const unchecked = things.filter((item) => !isAsked(item) && !isSettled(item)).length;
  const lacks = (count: number, what: Said): Part[] =>
    count === 0 ? [] : [{ restsOn: [], missing: { what, turn: 'security' } }];
  return [
    ...lacks(unlisted, say('OF-1.left-unlisted', { grants: unlisted })),
    ...lacks(unanswered, say('OF-1.left-unanswered', { items: unanswered })),
    ...lacks(unchecked, say('OF-1.left-unchecked', { items: unchecked })),
  ];
}

/** A certificate that was signed while access was still open certifies nothing of what was held after it. */
function certificatePart(scene: Scene, answers: FormOf<typeof FORM>): Part {
  const part = paperPart(scene, answers, { kind: 'deletion-certificate', signers: ['vendor'] });
  const ends: Instant[] = opened(scene).map((l) => l.wantSince);
  const signed = own(scene.state.papers, answers.paper)?.inForceSince;
  if (part.missing !== undefined || signed === undefined || ends.every((end) => toMs(end) <= toMs(signed))) return part;
  const what = say('OF-1.signed-early', { paper: answers.paper });
  return { restsOn: [], missing: { what, turn: 'vendor-contact' } };
}

/** Offboarding: what was handed over is back or gone, by the vendor's certificate, and what the vendor knows stays here. */
export const OF1 = defineControl({
  id: 'OF-1',
  title:
    'Offboarding: access withdrawn, material returned or deleted by certificate, knowledge transferred, final pack',
  area: 'afterwards',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  form: FORM,
  suppliedBy: ['vendor-contact', 'procurement', 'security'],
  assess(answers, scene) {
    const held = opened(scene);
    if (scene.state.status !== 'open' && held.length === 0)
      return { status: 'met', restsOn: ['no-access-was-ever-open'] };
    if (answers === undefined) return notSupplied(scene, say('OF-1.not-supplied'));
    const denied = [...new Set(held.map(itemOf(scene.state)))].filter((item) => answers[item] === 'never-held');
    return conclude(
      scene,
      [
        ...denied.map((item) => say('OF-1.was-held', { item })),
        ...unless(answers.packLink !== undefined || answers.packHash !== undefined, say('OF-1.no-pack')),
      ],
      [
        accessPart(scene),
        ...leftParts(scene),
        certificatePart(scene, answers),
        ...[KT1, KT2, KT3, KT4, KT5].flatMap((control) => knowledgePart(scene, control)),
      ],
    );
  },
});
