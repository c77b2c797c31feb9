import type { JsonObject } from '../../../../domain/controls/form.js';
import { annex, annexRef, unsigned, waits } from '../../../support/controls/annex.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const form = {
  paper: 'annex',
  allowedTools: [{ tool: 'Code assistant, business plan' }],
  othersForbidden: true,
  disclosure: 'each-change',
  authorshipRecorded: true,
  assignmentCovers: ['outputs', 'prompts', 'configurations'],
};
const judge = (change: JsonObject = {}, papers = [annex]) => assess('IP-7', { form: { ...form, ...change }, papers });

test('IP-7 is refused when tools that nobody named are allowed, or authorship is not recorded', () => {
  expect(judge({ othersForbidden: false, authorshipRecorded: false })).toEqual(
    refused(
      'AI tools that the agreement does not name are allowed; it has to forbid them.',
      'Human authorship is not recorded; it has to be, for each change.',
    ),
  );
});

test.each([
  ['on-request', 'on request only'],
  ['none', 'never'],
])('IP-7 is refused when the use of tools is disclosed: %s', (disclosure, word) => {
  expect(judge({ disclosure })).toEqual(
    refused(`The use of AI tools is disclosed ${word}; it has to be disclosed with each change or delivery.`),
  );
});

test('IP-7 is refused when the assignment leaves out outputs, prompts or configurations', () => {
  expect(judge({ assignmentCovers: ['outputs'] })).toEqual(
    refused('The assignment does not cover prompts, configurations of AI tools; it has to cover all of them.'),
  );
});

test('IP-7 is met until the annex or agreement ends, with no tool allowed too', () => {
  expect(judge()).toEqual(met([ref('IP-7', form), annexRef], annex.until));
  expect(judge({ allowedTools: [], disclosure: 'each-delivery' }).status).toBe('met');
});

test('IP-7 is open before anything is supplied, and before both signed', () => {
  expect(assess('IP-7')).toEqual(open(['The terms for AI-assisted work are not supplied yet.']));
  expect(judge({}, [unsigned])).toEqual(waits);
});
