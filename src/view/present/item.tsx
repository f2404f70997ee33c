import type { BriefingItem } from '../../address/briefing-item.ts';
import { words } from '../../text/words.ts';
import { TextField } from '../part/fields.tsx';

export function Item({
  item,
  onChange,
  onMove,
  onOpen,
  onRemove,
}: {
  readonly item: BriefingItem;
  readonly onOpen: () => void;
  readonly onChange: (change: Partial<BriefingItem>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}) {
  const name = item.name || item.title;
  return (
    <li className="briefing-item" data-query={item.query}>
      <TextField
        label={words.present.name}
        value={item.name}
        placeholder={item.title}
        onChange={(text) => onChange({ name: text })}
      />
      <TextField
        label={words.present.noteLabel}
        value={item.note}
        onChange={(note) => onChange({ note })}
      />
      <div className="card-actions">
        <button type="button" className="button" onClick={onOpen}>
          {words.present.open}
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.present.up(name)}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.present.down(name)}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.present.remove(name)}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
    </li>
  );
}
