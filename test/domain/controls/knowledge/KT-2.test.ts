import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const runbook = (procedure: string) => ({
  procedure,
  link: `https://docs.example/${procedure}`,
  owner: WHO.ana,
  triedBy: WHO.manager,
});
const form = { runbooks: ['deploy', 'roll-back', 'incident'].map(runbook) };

test('KT-2 is refused without a runbook for an incident, and for one that only its owner tried or that has none', () => {
  const runbooks = [
    { ...runbook('deploy'), triedBy: WHO.ana },
    { ...runbook('roll-back'), owner: 'p-gone' },
  ];
  expect(assess('KT-2', { form: { runbooks } })).toEqual(
    refused(
      say('KT-2.runbook-missing', { procedures: ['incident'] }),
      say('KT-2.tried-by-owner', { procedure: 'deploy' }),
      say('KT-2.owner-not-in-case', { procedure: 'roll-back', owner: 'p-gone' }),
    ),
  );
});

test('KT-2 is met by runbooks with owners that others got through', () => {
  expect(assess('KT-2', { form })).toEqual(met([ref('KT-2', form), ...form.runbooks.map((r) => `link:${r.link}`)]));
});

test('KT-2 is open before there is any', () => {
  expect(assess('KT-2')).toEqual(open([say('KT-2.not-supplied')]));
});
