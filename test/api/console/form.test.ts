import { type CaseForm, caseForm } from '../../../contract/console/form.js';
import { type Answer, startApi, type TestApi } from '../../support/api/harness.js';
import { ENGINEER } from '../../support/api/smallPolicy.js';
import { openWorld, type Who, type World } from '../../support/api/world.js';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterAll(() => api?.close());

const ask = (who: Who, at: string): Promise<Answer> =>
  api.get(`/api/cases/${world.caseId}/forms/${at}`, world.tokens[who]);
async function read(who: Who, at: string): Promise<CaseForm> {
  const answer = await ask(who, at);
  if (answer.status !== 200) throw new Error(answer.text);
  return caseForm.parse(answer.body);
}

test('given a person by address, then the form is about them, and names whoever else it is open for', async () => {
  const form = await read('vendor-contact', `IP-2?person=${ENGINEER}`);
  expect(form).toMatchObject({ control: 'IP-2', status: 'open', youMaySupply: true, papers: [], people: [] });
  expect(form.names[form.person ?? '']).toBe('Name of lukasz');
  expect(form.alike.map((id) => form.names[id])).toEqual(['Name of iga']);
});

test('given a form that asks for people, then those of the case are there by name and role', async () => {
  const { people, youMaySupply } = await read('legal', 'ON-4');
  expect(youMaySupply).toBe(false);
  expect(people.map(({ name, roles }) => [name, ...roles])).toEqual(
    expect.arrayContaining([
      ['Name of mina', 'engineering-manager'],
      ['Name of ewa', 'vendor-contact'],
      ['Name of iga', 'engineer'],
    ]),
  );
});

test.each([
  ['procurement', 'IP-1?person=ewa@northwind.example', 404, 'UnknownPerson'],
  ['procurement', 'IP-2?person=nobody@northwind.example', 404, 'UnknownPerson'],
  ['procurement', 'EM-3', 404, 'UnknownControl'],
  ['vendor-contact', 'ON-4', 404, 'UnknownControl'],
  ['procurement', 'nothing', 400, 'Malformed'],
  ['engineer', 'IP-1', 403, 'Forbidden'],
] as const)('given %s who asks for %s, then the answer is %i %s', async (who, at, status, code) => {
  expect(await ask(who, at)).toMatchObject({ status, body: { code } });
});
