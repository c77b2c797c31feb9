/** The case takes no commands and has no effects until an operator has looked. */
export class Quarantined extends Error {
  override readonly name = 'Quarantined';
}
