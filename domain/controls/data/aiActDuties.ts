import { localDay, startOfDay } from '../../clocks/businessTime.js';
import type { Why } from '../../say.js';
import type { Day } from '../../time.js';
import { numberOf, type Part, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { plusMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { ADDED_PRACTICES, type AI_ACT_FORM, ARTICLE_5, ARTICLE_25_4, type PracticeKey } from './aiActForm.js';

type Answers = FormOf<typeof AI_ACT_FORM>;

/** What one duty makes of the answers: what is wrong now, and what is missing or will count later. */
export type Duty = { wrong: Why[]; parts: Part[] };

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
    const sentence = `Art. 5(1)(${key}): the practice is not ruled out; it is prohibited, so it has to be.`;
    return [from(scene, dayOf(scene, name), { wrong: unless(practices[key], sentence), parts: [] })];
  });
}

/** Art. 50: each duty of transparency has an answer. */
export function transparencyDuty(scene: Scene, { transparencyDuties, transparencyKept }: Answers): Duty {
  const unsettled = transparencyDuties.filter((d) => !transparencyKept.includes(d));
  const sentence = `It is not settled how ${unsettled.join(', ')} is kept; Art. 50 asks for it.`;
  return from(scene, dayOf(scene, 'transparencyFrom'), { wrong: unless(unsettled.length === 0, sentence), parts: [] });
}

/** Art. 53(1): a general-purpose model comes with its documentation. */
export function generalPurposeDuty(scene: Scene, { generalPurpose, modelDocumented }: Answers): Duty {
  const sentence =
    'The documentation of the general-purpose model is not there; its provider has to draw it up and hand it on (Art. 53(1)).';
  const right = generalPurpose === 'none' || modelDocumented === true;
  return from(scene, dayOf(scene, 'generalPurposeFrom'), { wrong: unless(right, sentence), parts: [] });
}

/** Art. 25(4): whoever supplies the provider of a high-risk system does so on written terms; the policy asks some months ahead. */
export function supplierDuty(scene: Scene, { riskClass, provider, supplierTerms }: Answers): Duty {
  const high = riskClass === 'high-annex-iii' || riskClass === 'high-annex-i';
  if (!high || provider === 'vendor') return { wrong: [], parts: [] };
  const applies = dayOf(scene, riskClass === 'high-annex-iii' ? 'annexIIIFrom' : 'annexIFrom');
  const day = plusMonths(applies, -numberOf(scene, 'termsAheadMonths'));
  if (supplierTerms === undefined) {
    const what =
      'The system is of high risk and the written terms of the vendor as its supplier are not supplied yet (Art. 25(4)).';
    return from(scene, day, { wrong: [], parts: [{ restsOn: [], missing: { what, turn: scene.planned.owner } }] });
  }
  const unsaid = ARTICLE_25_4.filter((a) => !supplierTerms.lays.includes(a));
  const sentence = `The terms of the vendor do not lay down ${unsaid.join(', ')}; Art. 25(4) asks for each of them.`;
  return from(scene, day, {
    wrong: unless(unsaid.length === 0, sentence),
    parts: [paperPart(scene, supplierTerms, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] })],
  });
}
