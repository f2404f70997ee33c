import type { BriefingItem } from '../../address/briefing-item.ts';
import { words } from '../../text/words.ts';

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
      <label className="field wide">
        <span>{words.present.name}</span>
        <span className="field-box">
          <input
            value={item.name}
            placeholder={item.title}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        </span>
      </label>
      <label className="field wide">
        <span>{words.present.noteLabel}</span>
        <span className="field-box">
          <input
            value={item.note}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        </span>
      </label>
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
