import { faultOf } from '../../workflows/engine/wellFormed.js';
import { enveloped, registerPaper } from '../support/workflows/scene.js';

const right = registerPaper('c-1');

test('a right envelope has no fault', () => {
  expect(faultOf(right)).toBeUndefined();
});

test.each([
  ['"text"', /envelope/],
  ['null', /envelope/],
  [JSON.stringify({ ...right, commandId: '' }), /commandId/],
  [JSON.stringify({ ...right, commandId: 'x'.repeat(201) }), /commandId/],
  [JSON.stringify({ ...right, commandId: 'effect:1' }), /^commandId must not start with clock: or effect:/],
  [JSON.stringify({ ...right, requestHash: 'abc' }), /requestHash/],
  [JSON.stringify({ ...right, actor: 'me' }), /actor/],
  [JSON.stringify({ ...right, actor: { personId: 'system', role: 'legal' } }), /system/],
  [JSON.stringify({ ...right, command: {} }), /type/],
  [JSON.stringify({ ...right, command: { type: 'ReportEffect' } }), /engine/],
])('%s is refused for its form', (json, fault) => {
  expect(faultOf(JSON.parse(json))).toMatch(fault);
});

test('the type of a command is judged by the domain, not here', () => {
  expect(faultOf(enveloped('c-1', JSON.parse('{"type":"Nonsense"}')))).toBeUndefined();
});
