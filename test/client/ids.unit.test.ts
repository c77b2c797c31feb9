import { caseIdOf, updateIdOf, workflowIdOf } from '../../client/ids.js';

test('a workflow id is parsed back into the case it was built from; any other id is none', () => {
  expect(caseIdOf(workflowIdOf('1f3a'))).toBe('1f3a');
  expect([caseIdOf('1f3a'), caseIdOf('case-'), caseIdOf('')]).toEqual([undefined, undefined, undefined]);
});

test('the first try of a command has its own id, further ones another', () => {
  expect([0, 1, 2].map((tried) => updateIdOf('c-1', tried))).toEqual(['c-1', 'c-1#1', 'c-1#2']);
});
