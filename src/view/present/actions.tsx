/** What is made of a briefing: a presentation, files, paper. */

import { useRef } from 'react';
import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import { briefingFile, EMPTY, parseBriefing } from '../../share/briefing.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { frozenBriefing } from '../../share/frozen.ts';
import { itemSlides, remarksOf } from '../../slide/deck.ts';
import type { SlideDesk } from '../../slide/desk.ts';
import type { Slide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import type { BriefingStore } from '../card/briefing.ts';
import { Actions } from '../part/actions.tsx';
import { useCheckedDesk } from '../part/checked.ts';
import { settledIssues } from '../part/decisions.ts';
import { useDesk } from '../part/desk.ts';
import { startShow } from '../part/showing.ts';
import { makeBriefingDeck } from './deck.ts';
import { renderSlides } from './render-slides.tsx';

interface Outputs {
  readonly store: BriefingStore;
  readonly onSay: (text: string) => void;
  readonly onPaper: (slides: readonly Slide[]) => void;
}

export function BriefingActions({ store, onSay, onPaper }: Outputs) {
  const { briefing } = store;
  const picker = useRef<HTMLInputElement>(null);
  const make = useMakers({ store, onSay, onPaper });
  const off = briefing.items.length === 0;
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const opened = parseBriefing(await file.text());
    if (!opened) return onSay(words.present.badFile(file.name));
    store.set(opened);
    onSay(words.present.opened(opened.items.length));
  };
  return (
    <div className="card-actions no-print">
      <Actions
        actions={[
          {
            id: 'start',
            label: words.present.start,
            off,
            main: true,
            run: () => startShow(briefing, 0),
          },
          { id: 'pptx', label: words.present.pptx, off, run: make.deck },
          { id: 'print', label: words.present.print, off, run: make.print },
          { id: 'freeze', label: words.present.freeze, off, run: make.frozen },
          { id: 'save', label: words.present.saveFile, off, run: make.file },
          { id: 'open', label: words.present.openFile, run: () => picker.current?.click() },
          { id: 'clear', label: words.present.clear, when: !off, run: () => store.set(EMPTY) },
        ]}
      />
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
    </div>
  );
}

/** Files and paper; whatever happens, the reader is told. */
function useMakers({ store: { briefing }, onSay, onPaper }: Outputs) {
  const { checked } = useDesk();
  const checkedDesk = useCheckedDesk();
  const title = briefing.title || words.present.defaultTitle;
  const attempt = (work: (desk: SlideDesk) => Promise<string>) => () => {
    onSay(checked ? words.present.making : words.present.waiting);
    checkedDesk()
      .then((desk) => work({ ...desk, settled: settledIssues(desk.data) }))
      .then(onSay, () => onSay(words.present.failed));
  };
  const collect = async (desk: SlideDesk) => {
    const made = await itemSlides(desk, briefing.items);
    return { slides: made.flatMap((part) => part.slides), remarks: remarksOf(desk, made) };
  };
  return {
    deck: attempt(async (desk) => {
      const { bytes, slides, remarks } = await makeBriefingDeck(desk, briefing);
      const label = desk.data.synthetic ? `${words.app.synthetic} ${title}` : title;
      const name = fileName(label, 'pptx');
      saveFile(name, new Blob([bytes], { type: PPTX }));
      return [words.present.made(name, slides), ...remarks].join(' · ');
    }),
    print: attempt(async (desk) => {
      const { slides, remarks } = await collect(desk);
      onPaper(slides);
      addEventListener('afterprint', () => onPaper([]), { once: true });
      requestAnimationFrame(() => requestAnimationFrame(() => print()));
      return remarks.join(' · ');
    }),
    frozen: attempt(async (desk) => {
      const { slides, remarks } = await collect(desk);
      const stamp = words.present.frozen(formatDay(today()), desk.data.hash.slice(0, 12));
      const synthetic = desk.data.synthetic ? words.app.syntheticNote : '';
      const heads = [desk.organisation, title, stamp, synthetic].filter(Boolean);
      const html = frozenBriefing(title, heads, renderSlides(slides));
      const name = fileName(words.present.frozenFile(title), 'html');
      saveFile(name, new Blob([html], { type: 'text/html' }));
      return [words.present.made(name, slides.length), ...remarks].join(' · ');
    }),
    file: () =>
      saveFile(
        fileName(title, 'json'),
        new Blob([briefingFile(briefing)], { type: 'application/json' }),
      ),
  };
}

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
