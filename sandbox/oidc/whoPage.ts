import { escaped, page } from './page.js';

/** Somebody who can come in. */
export type OidcPerson = {
  name: string;
  email: string;
  /** What the claim `roles` says. */
  roles: string[];
};

/** The page on which one says who one is; nobody is asked for a password. */
export function whoPage(uid: string, people: OidcPerson[], roles: readonly string[]): string {
  const action = `/interaction/${encodeURIComponent(uid)}`;
  const buttons = people.map(
    ({ name, email, roles: its }) =>
      `<li><button name="email" value="${escaped(email)}">${escaped(name)}<small>${escaped(its.join(', '))} · ${escaped(email)}</small></button></li>`,
  );
  const options = roles.map((role) => `<option>${escaped(role)}</option>`);
  return page(
    'Who are you?',
    `<p>A sign-in service for trying things out. Choose a person; there is no password.</p>
<form method="post" action="${action}"><ul>${buttons.join('')}</ul></form>
<h2>Somebody else</h2>
<form method="post" action="${action}">
<label>Name<input name="name" required maxlength="120" autocomplete="off"></label>
<label>E-mail address<input name="email" type="email" required maxlength="254" autocomplete="off"></label>
<label>Role<select name="role">${options.join('')}</select></label>
<button>Continue</button></form>`,
  );
}

/** Asks whether to sign out here as well; `form` is the form without its button. */
export const signOutPage = (form: string): string =>
  page(
    'Sign out?',
    `<p>You are signed out of the application. Sign out of this sign-in service too?</p>${form}
<button form="op.logoutForm" name="logout" value="yes">Sign out</button> <button form="op.logoutForm">Stay signed in</button>`,
  );

/** Says that somebody is signed out. */
export const signedOutPage = (): string => page('Signed out', '<p>You can close this page.</p>');

/** Says what went wrong, by its code alone. */
export const faultPage = (code: string): string =>
  page('This did not work', `<p>Start again from the application. (${escaped(code)})</p>`);
