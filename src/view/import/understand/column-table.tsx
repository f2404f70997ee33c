/** The columns of a file, one a row: letter, heading, example, what it is taken as, and what more there is to say. */
import type { ReactNode } from 'react';
import { words } from '../../../text/words.ts';

export function ColumnTable({
  more = [],
  children,
}: {
  readonly more?: readonly string[];
  readonly children: ReactNode;
}) {
  const { column, heading, meaning, example } = words.import;
  return (
    <div className="scroll-x">
      <table className="import-columns">
        <thead>
          <tr>
            {[column, heading, example, meaning, ...more].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
