import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  asset,
  HASH,
  intake,
  met,
  open,
  paper,
  ref,
  refused,
  WHO,
  type World,
  withAssets,
} from '../../../support/controls/scene.js';

const lists = { acceptedIsolation: ['client-account', 'dedicated-account'] };
const msa = paper('msa', { kind: 'master-agreement', signers: ['client', 'vendor'] });
const form = {
  paper: 'msa',
  clause: '9.4',
  weights: 'client-account',
  prompts: 'dedicated-account',
  embeddings: 'none-in-this-work',
  reuse: [],
  checkedBy: WHO.security,
  checkedOn: '2026-09-02',
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('DC-3', { form: { ...form, ...change }, lists, papers: [msa], ...world });

test('DC-3 is refused for material among that of other clients, and for any reuse', () => {
  expect(
    judge({ weights: 'shared', embeddings: 'separate-project', reuse: ['fine-tuning', 'work-for-others'] }),
  ).toEqual(
    refused(
      say('DC-3.not-apart', { material: 'weights', kept: 'shared', accepted: lists.acceptedIsolation }),
      say('DC-3.not-apart', { material: 'embeddings', kept: 'separate-project', accepted: lists.acceptedIsolation }),
      say('DC-3.reuse', { uses: ['fine-tuning', 'work-for-others'] }),
    ),
  );
});

test('DC-3 is refused where no weights are said to be there, and for a check by the vendor', () => {
  expect(judge({ weights: 'none-in-this-work', checkedBy: WHO.ben })).toEqual(
    refused(say('DC-3.no-weights'), say('controls.checked-outside', { what: say('DC-3.isolation'), checker: WHO.ben })),
  );
});

test('DC-3 is met by material kept apart under an agreement that forbids reuse, until that ends', () => {
  const until = '2026-12-01T00:00:00.000Z';
  const rests = [ref('DC-3', form), `paper:msa@${HASH}`];
  expect(judge()).toEqual(met(rests));
  expect(judge({}, { papers: [{ ...msa, until }] })).toEqual(met(rests, until));
});

test('DC-3 is open before anything is supplied, without the agreement, and while the check lies ahead', () => {
  expect(assess('DC-3', { lists })).toEqual(open([say('DC-3.not-supplied')]));
  expect(judge({ checkedOn: '2026-09-20' }, { papers: [] })).toEqual(
    open(
      [
        say('controls.paper-unknown', { paper: 'msa' }),
        say('controls.ahead', { what: say('DC-3.check'), day: '2026-09-20' }),
      ],
      { until: '2026-09-20T00:00:00.000Z' },
    ),
  );
});

test('DC-3 applies with models or weights', () => {
  const applies = CONTROLS['DC-3']?.applies;
  expect(applies?.(intake)).toEqual({ applies: false, why: say('DC-3.no-models') });
  expect(applies?.({ ...intake, ...withAssets(asset('manual:claims')) }).applies).toBe(false);
  expect(applies?.({ ...intake, ...withAssets(asset('manual:sorter', { kind: 'model' })) }).applies).toBe(true);
  expect(applies?.({ ...intake, data: { classes: ['model-weights'], euPersonalData: false } }).applies).toBe(true);
});
