import { caseIdOf, updateIdOf, workflowIdOf } from '../../client/ids.js';

test('a workflow id is parsed back into the case it was built from; any other id is none', () => {
  expect(caseIdOf(workflowIdOf('1f3a'))).toBe('1f3a');
  expect([caseIdOf('1f3a'), caseIdOf('case-'), caseIdOf('')]).toEqual([undefined, undefined, undefined]);
});

test('the first try of a command has its own id, further ones another, and other content under the same key yet another', () => {
  const sent = { commandId: 'c-1', requestHash: `0123456789abcdef${'0'.repeat(48)}` };
  expect([0, 1, 2].map((tried) => updateIdOf(sent, tried))).toEqual([
    'c-1#0123456789abcdef',
    'c-1#0123456789abcdef#1',
    'c-1#0123456789abcdef#2',
  ]);
  expect(updateIdOf({ ...sent, requestHash: 'f'.repeat(64) }, 0)).toBe('c-1#ffffffffffffffff');
});
