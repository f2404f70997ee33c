/** What stands in place of a screen that breaks. */
import { Component, type ReactNode } from 'react';
import { words } from '../../text/words.ts';
import { useReady } from '../part/ready.ts';

/** A screen that breaks says so and leaves the frame standing. */
export class Guard extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown }
> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? true };
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <Broken isFile={isMissingScript(error)} />;
  }
}

/** The screen's own script did not come, or is none: browsers say so in words of their own. */
function isMissingScript(error: unknown): boolean {
  const { name = '', message = '' }: Partial<Error> = Object(error);
  return (
    /dynamically imported module|importing a module|module script|Failed to fetch/i.test(message) ||
    name === 'SyntaxError'
  );
}

function Broken({ isFile }: { readonly isFile: boolean }) {
  useReady('error');
  return (
    <p role="alert" className="notice error">
      {isFile ? words.failure.viewFile : words.failure.view}{' '}
      {isFile && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.failure.reload}
        </button>
      )}
    </p>
  );
}
