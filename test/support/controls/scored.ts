import type { JsonObject } from '../../../domain/controls/form.js';
import { type Said, say } from '../../../domain/say.js';
import { assess, HASH, met, open, ref, refused, type World } from './scene.js';

/** A fact changed in a form that earns 4, the highest score that is left, and why. */
export type Bar = [change: JsonObject, most: number, because: Said];

/** What a form of a point has besides its facts. */
export const SCORED = { score: 4, evidenceHash: HASH, scoredOn: '2026-09-05' };

/** Judges one point of the evaluation on a form that earns 4, and what is changed in it. */
export function pointOf(id: string, facts: JsonObject, extra: Record<string, number> = {}) {
  const form: JsonObject = { ...facts, ...SCORED };
  const numbers: Record<string, number> = { weight: 20, minimumScore: 1, ...extra };
  const judge = (change: JsonObject = {}, world: World = {}) =>
    assess(id, { form: { ...form, ...change }, numbers, ...world });
  const says = (score: number, most: number, because: Said): Said =>
    say('evaluation.score-too-high', { score, most, because });
  return { form, numbers, judge, says };
}

type Point = ReturnType<typeof pointOf>;

/** The fact bars every better score and no lower one. */
export function expectBar({ judge, says, numbers }: Point, [change, most, because]: Bar): void {
  const better = most + 1;
  expect(judge({ ...change, score: better })).toEqual(refused(says(better, most, because)));
  const lower = judge({ ...change, score: most }, { numbers: { ...numbers, minimumScore: 0 } });
  expect(lower.status).toBe('met');
}

/** What holds for every point, whatever its facts: a least score, something to read, a day that has come. */
export function expectCommon(id: string, { judge, form, numbers }: Point): void {
  expect(judge({ score: 2 }, { numbers: { ...numbers, minimumScore: 3 } })).toEqual(
    refused(say('evaluation.score-too-low', { score: 2, minimum: 3 })),
  );
  const { evidenceHash: _none, ...bare } = form;
  expect(assess(id, { form: bare, numbers })).toEqual(open([say('evaluation.no-evidence')]));
  const linked: JsonObject = { ...bare, evidenceLink: 'https://docs.example/score' };
  expect(assess(id, { form: linked, numbers })).toEqual(met([ref(id, linked), 'link:https://docs.example/score']));
  expect(judge({}, { now: '2026-09-04T23:00:00.000Z' })).toEqual(
    open([say('controls.ahead', { what: say('evaluation.scoring'), day: '2026-09-05' })], {
      until: '2026-09-05T00:00:00.000Z',
    }),
  );
}
