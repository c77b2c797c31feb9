import type { ReactNode } from 'react';

/** Something wider than a phone, which is moved sideways by finger, wheel or arrow keys; `label` says what it is. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
