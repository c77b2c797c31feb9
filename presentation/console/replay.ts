import type { ReplayedCase } from '../../contract/policyPage.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { STAGES } from '../../domain/case/plan.js';
import type { CaseState } from '../../domain/case/state.js';
import type { UnderPlan } from '../../domain/decider/underPlan.js';
import { own } from '../../domain/record.js';
import { narrate } from '../facts/narrate.js';
import type { Reader } from '../words/fill.js';
import { STAGE_NAMES } from '../words/headings.js';
import { wordsOf } from '../words/words.js';

/** What would change in a case, without its plan. */
export type Played = Pick<ReplayedCase, 'gates' | 'decisions' | 'dates' | 'access' | 'follows'>;

const NOTHING: Played = { gates: [], decisions: [], dates: [], access: [], follows: [] };

const hasStage = ({ plan }: CaseState, id: string): boolean => plan.stages.some((stage) => stage.id === id);

function gatesOf({ before, after }: UnderPlan): Played['gates'] {
  return STAGES.flatMap((stage): Played['gates'] => {
    const [had, has] = [hasStage(before, stage), hasStage(after, stage)];
    if (had !== has) return [{ stage, change: has ? 'comes' : 'goes' }];
    const [was, is] = [before.stagesDone[stage] !== undefined, after.stagesDone[stage] !== undefined];
    return was === is ? [] : [{ stage, change: is ? 'opens' : 'closes' }];
  });
}

const isOpen = (approval: Approval | undefined): approval is Approval =>
  approval?.status === 'asked' || approval?.status === 'returned';

function changeOf(
  was: Approval | undefined,
  is: Approval | undefined,
): Played['decisions'][number]['change'] | undefined {
  if (!isOpen(is)) return isOpen(was) ? 'falls-away' : undefined;
  if (was === undefined) return 'asked';
  return isOpen(was) && was.contentHash === is.contentHash ? undefined : 'asked-again';
}

const decisionName = ({ kind, subject }: Approval): string => {
  const gate = Object.entries(STAGE_NAMES).find(([id]) => id === subject)?.[1];
  return kind === 'gate' ? `Gate: ${gate ?? subject}` : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${subject}`;
};

function decisionsOf({ before, after }: UnderPlan): Played['decisions'] {
  const ids = [...new Set([...Object.keys(before.approvals), ...Object.keys(after.approvals)])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [own(before.approvals, id), own(after.approvals, id)];
    const change = changeOf(was, is);
    const one = is ?? was;
    return change === undefined || one === undefined ? [] : [{ what: decisionName(one), change }];
  });
}

function datesOf({ before, after }: UnderPlan, reader: Reader): Played['dates'] {
  return Object.values(after.tasks).flatMap(({ id, what, due }) => {
    const was = own(before.tasks, id);
    if (was === undefined || was.due === due) return [];
    return [{ what: wordsOf(what, reader), before: was.due, after: due }];
  });
}

const accessOf = ({ before, after }: UnderPlan): Played['access'] =>
  Object.values(before.leases).flatMap(({ id, person, resource, want }) =>
    want === 'present' && own(after.leases, id)?.want !== 'present' ? [{ person, resource }] : [],
  );

/** Facts that only follow other facts in the list, and would hide them. */
const NOISE = new Set(['letter', 'task']);
const FOLLOWS_MAX = 50;

function followsOf({ facts }: UnderPlan, reader: Reader): string[] {
  const told = facts.map((fact) => narrate(fact, reader)).filter(({ kind }) => !NOISE.has(kind));
  return [...new Set(told.map(({ text }) => text))].slice(0, FOLLOWS_MAX);
}

/** What a plan would change in a case: gates, decisions, dates, access, and everything that would be recorded. */
export function played(under: UnderPlan | undefined, reader: Reader): Played {
  if (under === undefined) return NOTHING;
  return {
    gates: gatesOf(under),
    decisions: decisionsOf(under),
    dates: datesOf(under, reader),
    access: accessOf(under),
    follows: followsOf(under, reader),
  };
}
