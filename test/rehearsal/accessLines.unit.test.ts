import { accessLine } from '../../rehearsal/accessLines.js';

const named = (lease: string): string => lease.replace('p-1/', 'Ada → ');
const told = (resource: string): string[] => {
  const lease = `p-1/${resource}`;
  return [
    accessLine({ type: 'AccessOpened', lease, permission: 'pull' }, named).text,
    accessLine({ type: 'AccessWithdrawn', lease }, named).text,
  ];
};

test('given a repository, then its access is told as read at the provider', () => {
  expect(told('meridian/eta-model')).toEqual([
    'ACCESS Ada → meridian/eta-model: pull, seen at the provider',
    'ACCESS Ada → meridian/eta-model is withdrawn: read back as absent',
  ]);
});

test('given a data set that is held by hand, then its access is told as seen by its checker', () => {
  expect(told('data:arrivals')).toEqual([
    'ACCESS Ada → data:arrivals: pull, seen by its checker',
    'ACCESS Ada → data:arrivals is withdrawn: its checker found nothing',
  ]);
});
