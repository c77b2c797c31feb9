import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = { method: 'document-by-video', matches: true, checker: WHO.manager, checkedOn: '2026-09-02' };
const judge = (change: JsonObject = {}) => assess('PP-2', { form: { ...form, ...change }, person: WHO.ana });

test('PP-2 is refused for a copy that was sent, and for the identity of somebody else', () => {
  expect(judge({ method: 'copy-by-mail', matches: false })).toEqual(
    refused(say('PP-2.copy-only'), say('PP-2.another-person')),
  );
});

test.each([WHO.contact, WHO.ana])('PP-2 is refused when %s of the vendor checked', (checker) => {
  expect(judge({ checker })).toEqual(refused(say('PP-2.checked-outside', { checker })));
});

test('PP-2 is met by a check on or before today, for that person alone', () => {
  expect(judge()).toEqual(met([ref('PP-2:p-ana', form)]));
  expect(assess('PP-2', { person: WHO.ben, evidence: { 'PP-2:p-ana': form } })).toEqual(
    open([say('PP-2.not-supplied')]),
  );
});

test('PP-2 is open while the check lies ahead', () => {
  expect(judge({ checkedOn: '2026-09-11' })).toEqual(
    open([say('controls.ahead', { what: say('PP-2.check'), day: '2026-09-11' })], {
      until: '2026-09-11T00:00:00.000Z',
    }),
  );
});

test('PP-2 has no place for an image or a text, and the person cannot supply it', () => {
  const kinds = Object.values(CONTROLS['PP-2']?.form ?? {}).map((f) => f.kind);
  expect(kinds).toEqual(['choice', 'yes-no', 'person', 'day']);
  expect(CONTROLS['PP-2']?.suppliedBy).not.toContain('engineer');
});
