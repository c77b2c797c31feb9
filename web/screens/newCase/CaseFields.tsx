import type { ReactNode } from 'react';
import { Ask } from '../../form/Ask.js';
import { Entries } from '../../form/Entries.js';
import type { Faults, Json, JsonObject, Question, Questions } from '../../form/field.js';
import { listOf, objectOf } from '../../form/values.js';
import { isBlank } from './asFile.js';
import { isRare } from './sections.js';

type Shared = { faults: Faults; people: ReactNode };
type FieldsProps = Shared & {
  questions: Questions;
  path?: string;
  value: JsonObject;
  onChange(value: JsonObject): void;
};

const NOBODY = { caseId: '', people: [], papers: [] };

/** Questions that take the whole width. */
const isWide = (question: Question): boolean =>
  question.kind === 'choices' ||
  question.kind === 'texts' ||
  (question.kind === 'text' && (question.maxLength ?? 2000) > 300);

/** The section is the heading of its first list. */
const isHeading = (path: string): boolean => path === 'resources' || path === 'engineers';

/** What most cases give access to first. */
const FIRST_RESOURCE = { provider: 'github', kind: 'repository' };

/** Nothing of a group has to be answered while nothing of it is. */
const softened = (questions: Questions): Questions =>
  Object.fromEntries(Object.entries(questions).map(([field, question]) => [field, { ...question, optional: true }]));

/** The GDPR's roles are asked about where there is personal data. */
function isAsked(path: string, value: JsonObject): boolean {
  if (path !== 'data.roles') return true;
  const personal = listOf(value.classes).some((one) => one === 'personal-data' || one === 'special-category-data');
  return personal || value.euPersonalData === true || !isBlank(value.roles);
}

/** Questions of a case file side by side; what few cases need is behind "More". */
export function CaseFields({ questions, path = '', value, onChange, ...shared }: FieldsProps) {
  const fields = Object.entries(questions)
    .map(([field, question]) => ({ field, question, at: path === '' ? field : `${path}.${field}` }))
    .filter(({ at }) => isAsked(at, value));
  const show = ({ field, question, at }: (typeof fields)[number]) => (
    <CaseField
      key={field}
      question={question}
      path={at}
      value={value[field]}
      {...shared}
      onChange={(next) => {
        const { [field]: _before, ...others } = value;
        onChange(next === undefined ? others : { ...others, [field]: next });
      }}
    />
  );
  const rare = fields.filter(({ at }) => isRare(at));
  return (
    <div className="fields">
      {fields.filter(({ at }) => !isRare(at)).map(show)}
      {rare.length > 0 && (
        <details className="span" open={rare.some(({ field }) => !isBlank(value[field])) || undefined}>
          <summary className="quiet">More</summary>
          <div className="fields" style={{ marginTop: 12 }}>
            {rare.map(show)}
          </div>
        </details>
      )}
    </div>
  );
}

type FieldProps = Shared & {
  question: Question;
  path: string;
  value: Json | undefined;
  onChange(value: Json | undefined): void;
};

function CaseField({ question, path, value, faults, people, onChange }: FieldProps) {
  if (path === 'client.people') return <div className="span">{people}</div>;
  if (question.kind === 'list')
    return (
      <Entries
        question={question}
        path={path}
        value={listOf(value)}
        fault={faults[path]}
        isNamed={isHeading(path)}
        {...(path === 'resources' && { start: FIRST_RESOURCE })}
        onChange={onChange}
        entry={(one, at, change) => (
          <CaseFields
            questions={isBlank(one) ? softened(question.of) : question.of}
            path={at}
            value={objectOf(one)}
            faults={faults}
            people={people}
            onChange={change}
          />
        )}
      />
    );
  if (question.kind === 'record') {
    const questions = question.optional && isBlank(value) ? softened(question.of) : question.of;
    const inner = (
      <CaseFields
        questions={questions}
        path={path}
        value={objectOf(value)}
        faults={faults}
        people={people}
        onChange={onChange}
      />
    );
    // The section is the heading of its one group.
    if (!path.includes('.')) return <div className="span">{inner}</div>;
    return (
      <fieldset className="span plain" data-path={path}>
        <legend>{question.ask}</legend>
        {inner}
      </fieldset>
    );
  }
  return (
    <div className={isWide(question) ? 'span' : undefined}>
      <Ask question={question} path={path} value={value} faults={faults} known={NOBODY} onChange={onChange} />
    </div>
  );
}
