import type { Narration } from '../../contract/story.js';
import { controlOfFact } from '../../domain/controls/index.js';
import type { Why } from '../../domain/say.js';
import { endText } from '../words/dates.js';
import type { Reader } from '../words/fill.js';
import { wordsOf } from '../words/words.js';
import type { Fact, Narrators } from './fact.js';
import { aboutApproval, aboutControl, approvalText, controlText, personText } from './names.js';

type ControlFact =
  | 'EvidenceSubmitted'
  | 'EvidenceSucceeded'
  | 'UserEntityControlConfirmed'
  | 'ControlAssessed'
  | 'ControlWaived'
  | 'WaiverEnded'
  | 'LapseWarned'
  | 'RedFlagRaised'
  | 'RedFlagCleared'
  | 'RemedyAgreed'
  | 'RemedyLapsed';

const keyOf = (id: string, person?: string): string => (person === undefined ? id : `${id}:${person}`);

/** The first reason, and how many more there are; the control itself lists them all. */
function firstOf([first, ...more]: readonly Why[], reader: Reader): string | undefined {
  if (first === undefined) return undefined;
  return `${wordsOf(first, reader)}${more.length === 0 ? '' : ` (${more.length} more)`}`;
}

function assessed({ key, assessment }: Fact<'ControlAssessed'>, reader: Reader): Narration {
  const fact = { kind: 'control' as const, about: aboutControl(key) };
  const name = controlText(key);
  switch (assessment.status) {
    case 'met':
      return {
        ...fact,
        mark: 'good',
        text: `Met${assessment.until === undefined ? '' : ` until ${endText(assessment.until, reader.zone)}`}: ${name}`,
      };
    case 'open':
      return { ...fact, mark: 'wait', text: `Open: ${name}`, why: firstOf(assessment.missing, reader) };
    case 'refused':
      return { ...fact, mark: 'bad', text: `Refused: ${name}`, why: firstOf(assessment.reasons, reader) };
    default: {
      const never: never = assessment;
      return never;
    }
  }
}

const SUCCEEDED: Record<Fact<'EvidenceSucceeded'>['because'], string> = {
  approved: 'It was approved.',
  met: 'It meets the control, and nobody has to decide on it.',
  ended: 'What was in force before has ended.',
};

/** Facts of evidence, controls, waivers and red flags. */
export const CONTROL_FACTS: Narrators<ControlFact> = {
  EvidenceSubmitted: ({ control, person, successor }) => ({
    kind: 'control',
    mark: 'note',
    text: `${successor ? 'New evidence' : 'Evidence'} submitted for ${controlText(keyOf(control, person))}`,
    ...(successor ? { why: 'What is in force stays so until this takes its place.' } : {}),
    about: aboutControl(keyOf(control, person)),
  }),
  EvidenceSucceeded: ({ key, because }) => ({
    kind: 'control',
    mark: 'note',
    text: `New evidence in force for ${controlText(key)}`,
    why: SUCCEEDED[because],
    about: aboutControl(key),
  }),
  UserEntityControlConfirmed: ({ id, evidence }) => ({
    kind: 'control',
    mark: 'good',
    text: `User-entity control ${id} is in place`,
    why: evidence,
    about: { control: controlOfFact('UserEntityControlConfirmed') },
  }),
  ControlAssessed: assessed,
  ControlWaived: ({ key, approval, reason, until }, { zone }) => ({
    kind: 'control',
    mark: 'note',
    text: `Waived until ${endText(until, zone)}: ${controlText(key)}`,
    why: reason,
    about: { ...aboutControl(key), approval },
  }),
  WaiverEnded: ({ key }) => ({
    kind: 'control',
    mark: 'bad',
    text: `Waiver ended: ${controlText(key)}`,
    about: aboutControl(key),
  }),
  LapseWarned: ({ what, at }, { zone }) => ({
    kind: 'control',
    mark: 'wait',
    text: `Lapses ${endText(at, zone)}: ${controlText(what)}`,
    about: aboutControl(what),
  }),
  RedFlagRaised: ({ flag, person, reason }, reader) => ({
    kind: 'flag',
    mark: 'bad',
    text: `Red flag raised: ${controlText(keyOf(flag, person))}`,
    why: wordsOf(reason, reader),
    about: aboutControl(keyOf(flag, person)),
  }),
  RedFlagCleared: ({ key, approval }) => ({
    kind: 'flag',
    mark: 'good',
    text: `Red flag cleared: ${controlText(key)}`,
    why: approval === undefined ? 'What raised it has been put right.' : `${approvalText(approval)} approved.`,
    about: { ...(approval === undefined ? {} : aboutApproval(approval)), ...aboutControl(key) },
  }),
  RemedyAgreed: ({ key, approval, term, owner, until }, { zone }) => ({
    kind: 'flag',
    mark: 'note',
    text: `Remedy agreed, by ${personText(owner)} until ${endText(until, zone)}: ${controlText(key)}`,
    why: term,
    about: { ...aboutControl(key), approval, people: [...(aboutControl(key).people ?? []), owner] },
  }),
  RemedyLapsed: ({ key }) => ({
    kind: 'flag',
    mark: 'bad',
    text: `Remedy overdue, red flag open again: ${controlText(key)}`,
    about: aboutControl(key),
  }),
};
