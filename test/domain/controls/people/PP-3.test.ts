import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = {
  noticeHash: HASH,
  covers: ['what-is-kept', 'how-long', 'who-reads-it'],
  toldBy: WHO.contact,
  toldOn: '2026-09-02',
  acknowledged: true,
};
const judge = (change: JsonObject = {}) => assess('PP-3', { form: { ...form, ...change }, person: WHO.ana });

test('PP-3 is refused for a notice that leaves something out, or that the person has not acknowledged', () => {
  expect(judge({ covers: ['how-long'], acknowledged: false })).toEqual(
    refused(say('PP-3.notice-incomplete', { untold: ['what-is-kept', 'who-reads-it'] }), say('PP-3.not-acknowledged')),
  );
});

test.each([WHO.ana, WHO.ben])('PP-3 is refused when the notice was given by %s, who answers for no party', (toldBy) => {
  expect(judge({ toldBy })).toEqual(refused(say('PP-3.told-by-outsider', { by: toldBy })));
});

test('PP-3 is met once the person was told, by the vendor or by the client', () => {
  expect(judge()).toEqual(met([ref('PP-3:p-ana', form), `document:${HASH}`]));
  expect(judge({ toldBy: WHO.privacy }).status).toBe('met');
});

test('PP-3 is open before the person is told', () => {
  expect(assess('PP-3', { person: WHO.ana })).toEqual(open([say('PP-3.not-supplied')]));
  expect(judge({ toldOn: '2026-09-11' })).toEqual(
    open([say('controls.ahead', { what: say('PP-3.notice'), day: '2026-09-11' })], {
      until: '2026-09-11T00:00:00.000Z',
    }),
  );
});
