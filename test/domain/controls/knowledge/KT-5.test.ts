import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, person, ref, refused, WHO, type World } from '../../../support/controls/scene.js';

const claims = { component: 'github:client/claims', first: WHO.ana, second: WHO.manager };
const form = { confirmedOn: '2026-09-09', components: [claims] };
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('KT-5', { form: { ...form, ...change }, ...world });

test('KT-5 is refused when only one person knows a component', () => {
  expect(judge({ components: [{ ...claims, second: WHO.ana }] })).toEqual(
    refused(say('KT-5.known-by-one', { component: 'github:client/claims' })),
  );
});

test('KT-5 is refused when somebody who knows it does not work on the case, or no longer', () => {
  const people = [person(WHO.ana, { status: 'left' }), person(WHO.ben, { status: 'proposed' })];
  expect(judge({ components: [{ ...claims, second: WHO.ben }] }, { people })).toEqual(
    refused(
      say('KT-5.not-working-here', { who: WHO.ana, component: 'github:client/claims' }),
      say('KT-5.not-working-here', { who: WHO.ben, component: 'github:client/claims' }),
    ),
  );
});

test('KT-5 is refused when something that the case gives access to is left out, or listed twice', () => {
  const sorter = { component: 'sorter', first: WHO.ana, second: WHO.ben };
  expect(judge({ components: [sorter, sorter] })).toEqual(
    refused(say('KT-5.duplicate-component'), say('KT-5.component-missing', { component: 'github:client/claims' })),
  );
});

test('KT-5 is met when two people know each component, and tells where nobody in-house does', () => {
  expect(judge()).toEqual(met([ref('KT-5', form), 'component:github:client/claims@in-house']));
  const components = [claims, { component: 'sorter', first: WHO.ana, second: WHO.ben }];
  expect(judge({ components })).toEqual(
    met([
      ref('KT-5', { ...form, components }),
      'component:github:client/claims@in-house',
      'component:sorter@vendor-only',
    ]),
  );
});

test('KT-5 is open before anything is supplied, and while the confirmation lies ahead', () => {
  expect(assess('KT-5')).toEqual(open([say('KT-5.not-supplied')]));
  expect(judge({ confirmedOn: '2026-09-11' })).toEqual(
    open([say('controls.ahead', { what: say('KT-5.confirmation'), day: '2026-09-11' })], {
      until: '2026-09-11T00:00:00.000Z',
    }),
  );
});
