import { localDay, startOfDay } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import type { Day } from '../../time.js';
import { numberOf, type Part, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { plusMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { ADDED_PRACTICES, type AI_ACT_FORM, ARTICLE_5, ARTICLE_25_4, type PracticeKey } from './aiActForm.js';

type Answers = FormOf<typeof AI_ACT_FORM>;

/** What one duty makes of the answers: what is wrong now, and what is missing or will count later. */
export type Duty = { wrong: Said[]; parts: Part[] };

/** A day that the policy writes as a number, 20271202 for 2 December 2027. */
function dayOf(scene: Scene, name: string): Day {
  const digits = String(numberOf(scene, name));
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

/** A duty binds from its day of application on; before that day an answer that would not do then counts until then. */
function from(scene: Scene, day: Day, { wrong, parts }: Duty): Duty {
  const calendar = scene.state.calendars.client;
  if (day <= localDay(calendar, scene.now)) return { wrong, parts };
  const quiet = wrong.length === 0 && parts.length === 0;
  return { wrong: [], parts: quiet ? [] : [{ restsOn: [], until: startOfDay(calendar, day) }] };
}

const isPractice = (key: string): key is PracticeKey => Object.hasOwn(ARTICLE_5, key);

/** Art. 5: every practice is ruled out, each from the day on which its prohibition applies. */
export function prohibitionDuties(scene: Scene, { practices }: Answers): Duty[] {
  return Object.keys(practices).flatMap((key) => {
    if (!isPractice(key)) return [];
    const name = ADDED_PRACTICES.includes(key) ? 'addedProhibitionsFrom' : 'prohibitionsFrom';
    return [
      from(scene, dayOf(scene, name), {
        wrong: unless(practices[key], say('AI-1.practice', { practice: key })),
        parts: [],
      }),
    ];
  });
}

/** Art. 50: each duty of transparency has an answer. */
export function transparencyDuty(scene: Scene, { transparencyDuties, transparencyKept }: Answers): Duty {
  const unsettled = transparencyDuties.filter((d) => !transparencyKept.includes(d));
  const wrong = unless(unsettled.length === 0, say('AI-1.transparency-unsettled', { duties: unsettled }));
  return from(scene, dayOf(scene, 'transparencyFrom'), { wrong, parts: [] });
}

/** Art. 53(1): a general-purpose model comes with its documentation. */
export function generalPurposeDuty(scene: Scene, { generalPurpose, modelDocumented }: Answers): Duty {
  const wrong = unless(generalPurpose === 'none' || modelDocumented === true, say('AI-1.model-undocumented'));
  return from(scene, dayOf(scene, 'generalPurposeFrom'), { wrong, parts: [] });
}

/** Art. 25(4): whoever supplies the provider of a high-risk system does so on written terms; the policy asks some months ahead. */
export function supplierDuty(scene: Scene, { riskClass, provider, supplierTerms }: Answers): Duty {
  const high = riskClass === 'high-annex-iii' || riskClass === 'high-annex-i';
  if (!high || provider === 'vendor') return { wrong: [], parts: [] };
  const applies = dayOf(scene, riskClass === 'high-annex-iii' ? 'annexIIIFrom' : 'annexIFrom');
  const day = plusMonths(applies, -numberOf(scene, 'termsAheadMonths'));
  if (supplierTerms === undefined) {
    const missing = { what: say('AI-1.terms-missing'), turn: scene.planned.owner };
    return from(scene, day, { wrong: [], parts: [{ restsOn: [], missing }] });
  }
  const unsaid = ARTICLE_25_4.filter((a) => !supplierTerms.lays.includes(a));
  return from(scene, day, {
    wrong: unless(unsaid.length === 0, say('AI-1.terms-incomplete', { lacking: unsaid })),
    parts: [paperPart(scene, supplierTerms, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] })],
  });
}
