import type { CommandBody, CommandType } from '../../contract/commands.js';
import type { HumanCommand } from '../../domain/case/commands.js';

/** Commands that are worked out from their body: see `BUILT` in `api/commands.ts`. */
type Built =
  | 'ProposePerson'
  | 'AcceptPerson'
  | 'CorrectPerson'
  | 'NameForRole'
  | 'DeclareAccounts'
  | 'ReusePaper'
  | 'ProposePolicy';
type Command<T extends CommandType> = Omit<Extract<HumanCommand, { type: T }>, 'type'>;

/** Commands of which a body has a field too many or too few; the compiler names them here. */
type Differing = {
  [T in Exclude<CommandType, Built>]: [
    Exclude<keyof Command<T>, keyof CommandBody<T>>,
    Exclude<keyof CommandBody<T>, keyof Command<T>>,
  ] extends [never, never]
    ? never
    : T;
}[Exclude<CommandType, Built>];
/** Commands whose body the domain would not take. */
type Misfit = {
  [T in Exclude<CommandType, Built>]: CommandBody<T> extends Command<T> ? never : T;
}[Exclude<CommandType, Built>];

test('given the bodies of the contract, then each has the fields of its command in the domain, and fits', () => {
  const agreed: [Differing, Misfit] extends [never, never] ? true : [Differing, Misfit] = true;
  expect(agreed).toBe(true);
});
