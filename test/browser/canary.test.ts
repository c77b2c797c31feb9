import { z } from 'zod';
import type { CommandType } from '../../contract/commands.js';
import type { Role } from '../../domain/case/roles.js';
import { taskLink } from '../../presentation/letters/draft.js';
import { still } from '../../tools/browser/show.js';
import type { Visit } from '../../tools/browser/visit.js';
import { browserOfFile } from '../support/browser/browserOfFile.js';
import { openPlantedHouse, type PlantedHouse } from '../support/browser/plantedHouse.js';
import type { Book } from '../support/domain/book.js';
import { labelsIn, leaksIn, planted, plantedLife, SECRET_TEXT } from '../support/domain/plantedLife.js';

const NOW = '2026-09-07T08:30:00.000Z';

/** Acts whose page may hold what others have written; the page of another act holds no more, and its preview is asked for by the API's own test. */
const ACTS: CommandType[] = [
  ...(['AnswerDispute', 'RaiseDispute', 'RecordHandover', 'SetNeeds', 'RequestReplacement'] as const),
  ...([
    'AnswerQuestions',
    'ProposeRemedy',
    'ProposePerson',
    'CorrectPerson',
    'RecordMeeting',
    'ReportIncident',
  ] as const),
];

const browser = browserOfFile();
let book: Book;
let house: PlantedHouse;
beforeAll(async () => {
  book = plantedLife(false);
  house = await openPlantedHouse(book, NOW, SECRET_TEXT);
});
afterAll(() => house?.stop());

/** What stands in the place of a parameter of an address: everything of the case that there is to ask for. */
function valuesOf(parameter: string): string[] {
  const { state } = book;
  const { caseId } = state;
  switch (parameter) {
    case 'caseId':
      return [caseId];
    case 'taskId':
      return Object.keys(state.tasks);
    case 'link':
      return Object.keys(state.tasks).map((task) => taskLink(caseId, task));
    case 'approvalId':
      return Object.keys(state.approvals);
    case 'paper':
      return Object.keys(state.papers);
    case 'control':
      return [...new Set([...planted.values()].flatMap((label) => /^evidence ([A-Z]+-\d+)/.exec(label)?.[1] ?? []))];
    case 'type':
      return ACTS;
    case 'vendor':
      return [state.intake.vendor.name];
    case 'provider':
      return ['github'];
    case 'place':
      return Object.values(state.places ?? {}).flatMap(({ place }) => place?.id ?? []);
    default:
      throw new Error(`Nothing is known to stand for $${parameter}: say what, so that its screen is read.`);
  }
}

/** Every address that a route stands for in this case. */
function addressesOf(route: string): string[] {
  const parameter = /\$(\w+)/.exec(route)?.[1];
  if (parameter === undefined) return [route];
  return valuesOf(parameter).flatMap((value) => addressesOf(route.replace(`$${parameter}`, encodeURIComponent(value))));
}

/** Somebody at their browser, and whatever it was answered. */
async function sit(role: Role, personId: string): Promise<{ visit: Visit; answers(): Promise<Map<string, string>> }> {
  const visit = await browser.open({ baseUrl: house.url });
  // What is not theirs is refused, the report in its frame as well; here it is only asked for.
  visit.excuse(
    /status of 40[0-9]|violates the following Content Security Policy directive: "frame-ancestors|report\.html/,
  );
  await visit.context.addCookies([await house.cookieOf(role, personId)]);
  await visit.page.clock.setFixedTime(NOW);
  const bodies: Promise<[string, string]>[] = [];
  visit.context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/') || pathname === '/api/events') return;
    // A page that was left keeps no bodies.
    bodies.push(
      response.text().then(
        (text): [string, string] => [response.url(), text],
        () => ['', ''],
      ),
    );
  });
  return { visit, answers: async () => new Map(await Promise.all(bodies.splice(0))) };
}

/** Every address that the router of the console knows, with its `$parameters`. */
async function routesAt(visit: Visit): Promise<string[]> {
  await go(visit, '/');
  return z.array(z.string()).parse(await visit.page.evaluate('Object.keys(globalThis.__TSR_ROUTER__.routesByPath)'));
}

/** Goes to a screen and waits until it says something: its heading, or why it is not shown. */
async function go(visit: Visit, address: string): Promise<void> {
  await visit.page.goto(address);
  const said = visit.page.locator('h1, [role="alert"]').first().waitFor();
  await said.catch(() => Promise.reject(new Error(`Nothing is said at ${address}`)));
  await still(visit);
}

test.each([
  ['vendor-contact', 'vendor-contact'],
  ['engineer', 'ada'],
] as const)(
  'given a %s at every screen of the console, then neither a page nor what it fetched holds a word that was not for them',
  async (role, personId) => {
    const { visit, answers } = await sit(role, personId);
    const leaks: [string, string, string[]][] = [];
    const found = new Set<string>();
    let read = 0;
    for (const address of (await routesAt(visit)).flatMap(addressesOf)) {
      await go(visit, address);
      const texts = await answers();
      texts.set('the page', await visit.page.content());
      for (const [where, text] of texts) {
        for (const label of labelsIn(text)) found.add(label);
        if (leaksIn(text).length > 0) leaks.push([address, where, leaksIn(text)]);
        if (text.includes(SECRET_TEXT)) leaks.push([address, where, ['the document']]);
      }
      read += texts.size;
    }
    expect(leaks).toEqual([]);
    // What was for them is there: otherwise nothing was looked at.
    expect(read).toBeGreaterThan(100);
    if (role === 'vendor-contact') expect([...found]).toContain('AnswerDispute.reason');
  },
);

test('given the client’s own people at the same screens, then the words are there', async () => {
  const { visit, answers } = await sit('compliance', 'compliance');
  await go(visit, `/cases/${book.state.caseId}/story`);
  expect(labelsIn(await visit.page.content())).toEqual(expect.arrayContaining(['Decide.reason']));
  expect(labelsIn([...(await answers()).values()].join())).toEqual(expect.arrayContaining(['Decide.reason']));
});
