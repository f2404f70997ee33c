/** "Trình chiếu": the views chosen for a meeting, their order and names, and what is made of them. */
import { useRef, useState } from 'react';
import type { BriefingItem } from '../../address/briefing-item.ts';
import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import { type Briefing, briefingFile, EMPTY, moved, parseBriefing } from '../../share/briefing.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { frozenBriefing } from '../../share/frozen.ts';
import { itemSlides, remarksOf } from '../../slide/deck.ts';
import type { Slide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { useBriefing } from '../card/briefing.ts';
import { settledIssues } from '../part/decisions.ts';
import { useDesk } from '../part/desk.ts';
import { useReady } from '../part/ready.ts';
import { startShow } from '../part/showing.ts';
import { makeBriefingDeck } from './deck.ts';
import { renderSlides } from './render-slides.tsx';
import { itemState } from './show.tsx';
import { SlideView } from './slide-view.tsx';

export function PresentView() {
  const desk = useDesk();
  const store = useBriefing();
  const { briefing } = store;
  const [said, setSaid] = useState('');
  const [paper, setPaper] = useState<readonly Slide[]>([]);
  useReady('true');
  const patch = (at: number, change: Partial<BriefingItem>) =>
    store.set({
      ...briefing,
      items: briefing.items.map((item, i) => (i === at ? { ...item, ...change } : item)),
    });
  return (
    <section
      className={paper.length > 0 ? 'card has-paper' : 'card'}
      aria-label={words.present.title}
    >
      <div className="card-head">
        <div>
          <h1>{words.present.title}</h1>
          <p className="muted">{words.present.lead}</p>
        </div>
        <Actions briefing={briefing} onSay={setSaid} onChange={store.set} onPaper={setPaper} />
      </div>
      <p role="status">{said}</p>
      {!store.kept && (
        <p role="status" className="notice">
          {words.present.notKept}
        </p>
      )}
      <label className="field wide">
        <span>{words.present.briefingTitle}</span>
        <span className="field-box">
          <input
            value={briefing.title}
            placeholder={words.present.defaultTitle}
            onChange={(event) => store.set({ ...briefing, title: event.currentTarget.value })}
          />
        </span>
      </label>
      {briefing.items.length === 0 && <p>{words.present.none}</p>}
      <ol className="briefing">
        {briefing.items.map((item, at) => (
          <Item
            key={item.id}
            item={item}
            onChange={(change) => patch(at, change)}
            onOpen={() => desk.change(itemState(desk, item.query))}
            onMove={(to) => store.set(moved(briefing, at, at + to))}
            onRemove={() =>
              store.set({ ...briefing, items: briefing.items.filter((_, i) => i !== at) })
            }
          />
        ))}
      </ol>
      {paper.length > 0 && (
        <div className="paper">
          {paper.map((slide, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: made anew for every print
            <SlideView key={at} slide={slide} />
          ))}
        </div>
      )}
    </section>
  );
}

function Actions({
  briefing,
  onSay,
  onChange,
  onPaper,
}: {
  readonly briefing: Briefing;
  readonly onSay: (text: string) => void;
  readonly onChange: (briefing: Briefing) => void;
  readonly onPaper: (slides: readonly Slide[]) => void;
}) {
  const own = useDesk();
  const desk = { ...own, settled: settledIssues(own.data) };
  const collect = async () => {
    const made = await itemSlides(desk, briefing.items);
    return { slides: made.flatMap((part) => part.slides), remarks: remarksOf(desk, made) };
  };
  /** Whatever happens, the reader is told. */
  const attempt = (work: () => Promise<string>) => {
    onSay(words.present.making);
    work().then(onSay, () => onSay(words.present.failed));
  };
  const printAll = () =>
    attempt(async () => {
      const { slides, remarks } = await collect();
      onPaper(slides);
      addEventListener('afterprint', () => onPaper([]), { once: true });
      requestAnimationFrame(() => requestAnimationFrame(() => print()));
      return remarks.join(' · ');
    });
  const picker = useRef<HTMLInputElement>(null);
  const title = briefing.title || words.present.defaultTitle;
  const synthetic = desk.data.synthetic ? words.app.syntheticNote : '';
  const makeDeck = () =>
    attempt(async () => {
      const { bytes, slides, remarks } = await makeBriefingDeck(desk, briefing);
      const label = desk.data.synthetic ? `${words.app.synthetic} ${title}` : title;
      const name = fileName(label, 'pptx');
      saveFile(name, new Blob([bytes], { type: PPTX }));
      return [words.present.made(name, slides), ...remarks].join(' · ');
    });
  const freeze = () =>
    attempt(async () => {
      const { slides, remarks } = await collect();
      const stamp = words.present.frozen(formatDay(today()), desk.data.hash.slice(0, 12));
      const heads = [desk.organisation, title, stamp, synthetic].filter(Boolean);
      const html = frozenBriefing(title, heads, renderSlides(slides));
      const name = fileName(words.present.frozenFile(title), 'html');
      saveFile(name, new Blob([html], { type: 'text/html' }));
      return [words.present.made(name, slides.length), ...remarks].join(' · ');
    });
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const opened = parseBriefing(await file.text());
    if (!opened) return onSay(words.present.badFile(file.name));
    onChange(opened);
    onSay(words.present.opened(opened.items.length));
  };
  const some = briefing.items.length > 0;
  return (
    <div className="card-actions no-print">
      <button
        type="button"
        className="button primary"
        disabled={!some}
        onClick={() => startShow(briefing, 0)}
      >
        {words.present.start}
      </button>
      <button type="button" className="button" disabled={!some} onClick={makeDeck}>
        {words.present.pptx}
      </button>
      <button type="button" className="button" disabled={!some} onClick={printAll}>
        {words.present.print}
      </button>
      <button type="button" className="button" disabled={!some} onClick={freeze}>
        {words.present.freeze}
      </button>
      <button
        type="button"
        className="button"
        disabled={!some}
        onClick={() =>
          saveFile(
            fileName(title, 'json'),
            new Blob([briefingFile(briefing)], { type: 'application/json' }),
          )
        }
      >
        {words.present.saveFile}
      </button>
      <button type="button" className="button" onClick={() => picker.current?.click()}>
        {words.present.openFile}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void openFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {some && (
        <button type="button" className="button" onClick={() => onChange(EMPTY)}>
          {words.present.clear}
        </button>
      )}
    </div>
  );
}

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

function Item({
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
