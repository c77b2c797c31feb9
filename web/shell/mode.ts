/** True in the console of a rehearsal; the page says it. */
export const isRehearsal =
  document.querySelector<HTMLMetaElement>('meta[name="drawbridge-mode"]')?.content === 'rehearsal';
