import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { exact, listeners, near, own } from './times.js';

/** An instant, near to the eye and exact on hover; `zone` is that of whom it binds. */
export function When({ at, zone }: { at: string; zone?: string }) {
  const [, turn] = useState(0);
  useEffect(() => {
    const tell = () => turn((n) => n + 1);
    listeners.add(tell);
    const timer = setInterval(tell, 60_000);
    return () => {
      clearInterval(timer);
      listeners.delete(tell);
    };
  }, []);
  const texts = zone === undefined || zone === own ? exact(at) : `${exact(at)}; ${exact(at, zone)}`;
  return (
    <Tooltip label={texts}>
      <time dateTime={at}>{near(at)}</time>
    </Tooltip>
  );
}
