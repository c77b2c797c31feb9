import { controlSection, sumsTable } from '../../../presentation/report/controlSections.js';
import { reportOf } from '../../../presentation/report/model.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { inputOf } from '../../support/api/sampleCase.js';
import { as, Book } from '../../support/domain/book.js';

const FLAGS = ['RF-1', 'RF-2', 'RF-3', 'RF-4', 'RF-5', 'RF-6', 'RF-7'];
const voice = voiceOf({ names: {}, zone: 'Europe/Berlin' });

test('given a new case, then red flags that nothing raises are counted and shown apart, and none of them is met', () => {
  const report = reportOf(inputOf(new Book()));
  expect(report.controls.filter(({ notRaised }) => notRaised).map(({ id }) => id)).toEqual(FLAGS);
  const met = report.controls.filter(({ status, notRaised }) => status === 'met' && !notRaised);
  expect(report.sums.all).toMatchObject({ met: met.length, notRaised: FLAGS.length });
  const [section] = controlSection(report, voice);
  const headings = section?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(headings).toContain(`Red flags not raised (${FLAGS.length})`);
  expect(sumsTable(report)).toMatchObject({
    columns: ['Controls', 'Met', 'Waived', 'Open', 'Refused', 'Not raised', 'Not applicable'].map((title) => ({
      title,
    })),
  });
});

test('given a red flag that is raised, then it is refused or open, and no longer among those', () => {
  const book = new Book();
  book.act(as('security'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'A side letter.' });
  const report = reportOf(inputOf(book));
  expect(report.controls.filter(({ notRaised }) => notRaised).map(({ id }) => id)).toEqual(
    FLAGS.filter((id) => id !== 'RF-2'),
  );
});
