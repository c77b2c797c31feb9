import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { CheckedCase } from '../../../contract/caseFile.js';
import type { Faults, JsonObject } from '../../form/field.js';
import { listOf, objectOf, textOf } from '../../form/values.js';
import { plain, roleName } from '../../kit/words.js';

type Props = {
  roles: string[];
  /** By role, who is named for it. */
  value: JsonObject;
  faults: Faults;
  gates: CheckedCase['gates'];
  onChange(value: JsonObject): void;
};

const PATH = 'client.people';

/** What a role decides, as far as the plan knows. */
function decidedBy(role: string, gates: CheckedCase['gates']): string {
  const own = gates.filter(({ rule }) => rule.split(' and ').some((part) => part.split(' ').at(-1) === role));
  return own.length === 0 ? '' : `decides ${own.map(({ stage }) => plain(stage).toLowerCase()).join(', ')}`;
}

/** Who acts for the client, role by role. */
export function People({ roles, value, faults, gates, onChange }: Props) {
  const set = (role: string, people: JsonObject[]) => {
    const { [role]: _before, ...others } = value;
    onChange(people.length === 0 ? others : { ...others, [role]: people });
  };
  return (
    <fieldset className="plain" data-path={PATH}>
      <legend>Who acts for the client</legend>
      {faults[PATH] !== undefined && <div className="fault">{faults[PATH]}</div>}
      {roles.map((role) => {
        const named = listOf(value[role]).map(objectOf);
        return (
          <div key={role} className="role" data-path={`${PATH}.${role}`}>
            <div>
              {roleName(role)}
              <div className="quiet">{decidedBy(role, gates)}</div>
            </div>
            <div>
              {(named.length === 0 ? [{}] : named).map((person, i, people) => (
                <Person
                  // biome-ignore lint/suspicious/noArrayIndexKey: people of a role have no other name while they are typed.
                  key={i}
                  called={`${roleName(role)}${people.length > 1 ? ` ${i + 1}` : ''}`}
                  path={`${PATH}.${role}[${i}]`}
                  person={person}
                  faults={faults}
                  onChange={(next) => set(role, people.with(i, next))}
                  {...(people.length > 1 && { onRemove: () => set(role, people.toSpliced(i, 1)) })}
                />
              ))}
            </div>
            <Button
              variant="subtle"
              color="gray"
              px={6}
              aria-label={`Another person for ${roleName(role)}`}
              disabled={named.length === 0}
              onClick={() => set(role, [...named, {}])}
            >
              <IconPlus size={16} aria-hidden />
            </Button>
          </div>
        );
      })}
    </fieldset>
  );
}

type PersonProps = {
  called: string;
  path: string;
  person: JsonObject;
  faults: Faults;
  onChange(person: JsonObject): void;
  onRemove?(): void;
};

function Person({ called, path, person, faults, onChange, onRemove }: PersonProps) {
  const field = (name: 'name' | 'email', what: string) => (
    <TextInput
      aria-label={`${called}: ${what}`}
      placeholder={what}
      data-path={`${path}.${name}`}
      maxLength={320}
      autoComplete="off"
      value={textOf(person[name])}
      error={faults[`${path}.${name}`]}
      onChange={(event) => onChange({ ...person, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="person">
      {field('name', 'Name')}
      {field('email', 'E-mail address')}
      {onRemove !== undefined && (
        <Button variant="subtle" color="gray" px={6} aria-label={`Remove ${called}`} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </Button>
      )}
    </div>
  );
}
