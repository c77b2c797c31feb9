import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Where links stand that lead the keyboard past everything else, first on every page. */
export const SKIPS = 'skips';

/** A link that is shown while it has the focus, and leads to a field or part of the page. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      className="skip"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {children}
    </a>
  );
}

/** A skip link to the main act of a page, after those of the frame. */
export function SkipToAct({ to, children }: { to: string; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(SKIPS)), []);
  return place === null ? null : createPortal(<SkipLink to={to}>{children}</SkipLink>, place);
}
