/** Which columns a table shows. */
import { words } from '../../text/words.ts';
import type { Option } from '../part/field/option.tsx';

export function ColumnChooser({
  options,
  chosen,
  onChange,
}: {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  const toggle = (id: string, on: boolean) => {
    const wanted = new Set(on ? [...chosen, id] : chosen.filter((other) => other !== id));
    onChange(options.map((option) => option.id).filter((known) => wanted.has(known)));
  };
  return (
    <details>
      <summary>{words.table.columns}</summary>
      <ul className="tags">
        {options.map((option) => (
          <li key={option.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(option.id)}
                disabled={chosen.length === 1 && chosen.includes(option.id)}
                onChange={(event) => toggle(option.id, event.currentTarget.checked)}
              />{' '}
              {option.name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
