/** Links inside the app: real addresses that do not reload the page. */
import type { ReactNode } from 'react';
import type { UrlState } from '../../address/url.ts';
import { useDesk } from './desk.ts';

export interface LinkProps {
  readonly to: Partial<UrlState>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  /** What it is called where it shows no words. */
  readonly label?: string;
  /** What it is about, for scripts: `data-…`. */
  readonly data?: Readonly<Record<string, string>>;
}

export function Link({ to, children, className, current, label, data = {} }: LinkProps) {
  const { href, change } = useDesk();
  return (
    <a
      href={href(to)}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]))}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        change(to);
      }}
    >
      {children}
    </a>
  );
}

/** A click without modifiers; the others open tabs and windows as everywhere. */
export function isPlainClick(event: React.MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
