import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
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
    refused(say('IP-7.other-tools-allowed'), say('IP-7.no-authorship')),
  );
});

test.each([
  ['on-request', say('IP-7.disclosure-on-request')],
  ['none', say('IP-7.no-disclosure')],
])('IP-7 is refused when the use of tools is disclosed: %s', (disclosure, said) => {
  expect(judge({ disclosure })).toEqual(refused(said));
});

test('IP-7 is refused when the assignment leaves out outputs, prompts or configurations', () => {
  expect(judge({ assignmentCovers: ['outputs'] })).toEqual(
    refused(say('IP-7.not-assigned', { unassigned: ['prompts', 'configurations'] })),
  );
});

test('IP-7 is met until the annex or agreement ends, with no tool allowed too', () => {
  expect(judge()).toEqual(met([ref('IP-7', form), annexRef], annex.until));
  expect(judge({ allowedTools: [], disclosure: 'each-delivery' }).status).toBe('met');
});

test('IP-7 is open before anything is supplied, and before both signed', () => {
  expect(assess('IP-7')).toEqual(open([say('IP-7.not-supplied')]));
  expect(judge({}, [unsigned])).toEqual(waits);
});
