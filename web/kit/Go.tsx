import { Link, type LinkProps, useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> &
  Pick<LinkProps, 'activeOptions' | 'activeProps'> & {
    /** An address of the console with its query and hash, as the API answers it too. */
    to: string;
    ref?: Ref<HTMLAnchorElement>;
  };

/** A link within the console. */
export function Go({ to, ...rest }: Props) {
  const { pathname, searchParams, hash } = new URL(to, window.location.origin);
  const search = Object.fromEntries(searchParams);
  return (
    <Link to={pathname} search={search} activeProps={{}} {...(hash !== '' && { hash: hash.slice(1) })} {...rest} />
  );
}

/** Goes to an address of the console. */
export function useGo(): (to: string, replace?: boolean) => void {
  const { history } = useRouter();
  return (to, replace = false) => (replace ? history.replace(to) : history.push(to));
}
