/** Goes to the field of a path, or to the nearest group around it. */
export function goToField(path: string): void {
  const around = [path, path.replace(/[.[][^.[]*$/, ''), path.split(/[.[]/)[0] ?? ''];
  for (const at of around) {
    const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (found === null) continue;
    found.closest('details')?.setAttribute('open', '');
    found.scrollIntoView({ block: 'center' });
    const field = found.matches('input, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, textarea');
    (field ?? found).focus({ preventScroll: true });
    return;
  }
}

/** Goes to the first field of the page that a refusal names, once what is wrong stands there. */
export function goToFault(faults: Record<string, string>): void {
  requestAnimationFrame(() => {
    const places = [...document.querySelectorAll<HTMLElement>('[data-path]')].map(({ dataset }) => dataset.path ?? '');
    const first = places.find((path) => Object.hasOwn(faults, path)) ?? Object.keys(faults)[0];
    if (first !== undefined) goToField(first);
  });
}
