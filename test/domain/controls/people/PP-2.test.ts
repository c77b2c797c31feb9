import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = { method: 'document-by-video', matches: true, checker: WHO.manager, checkedOn: '2026-09-02' };
const judge = (change: JsonObject = {}) => assess('PP-2', { form: { ...form, ...change }, person: WHO.ana });

test('PP-2 is refused for a copy that was sent, and for the identity of somebody else', () => {
  expect(judge({ method: 'copy-by-mail', matches: false })).toEqual(
    refused(
      'A copy was sent; anybody can send one. The document has to be shown live, or an electronic identity used.',
      'The identity shown is not that of the person on the roster; correct the roster or check again.',
    ),
  );
});

test.each([WHO.contact, WHO.ana])('PP-2 is refused when %s of the vendor checked', (checker) => {
  expect(judge({ checker })).toEqual(
    refused("The identity was checked by nobody of the client's; one of the client's people has to do it."),
  );
});

test('PP-2 is met by a check on or before today, for that person alone', () => {
  expect(judge()).toEqual(met([ref('PP-2:p-ana', form)]));
  expect(assess('PP-2', { person: WHO.ben, evidence: { 'PP-2:p-ana': form } })).toEqual(
    open(['The identity of this person is not verified yet.']),
  );
});

test('PP-2 is open while the check lies ahead', () => {
  expect(judge({ checkedOn: '2026-09-11' })).toEqual(
    open([say('controls.ahead', { what: 'The check of identity', day: '2026-09-11' })], {
      until: '2026-09-11T00:00:00.000Z',
    }),
  );
});

test('PP-2 has no place for an image or a text, and the person cannot supply it', () => {
  const kinds = Object.values(CONTROLS['PP-2']?.form ?? {}).map((f) => f.kind);
  expect(kinds).toEqual(['choice', 'yes-no', 'person', 'day']);
  expect(CONTROLS['PP-2']?.suppliedBy).not.toContain('engineer');
});
