/** What is made of a briefing: a presentation, files, paper. */

import { useRef } from 'react';
import { EMPTY, parseBriefing } from '../../share/briefing.ts';
import { words } from '../../text/words.ts';
import { Actions } from '../part/actions.tsx';
import { startShow } from '../part/showing.ts';
import { type Outputs, useMakers } from './makers.ts';

export function BriefingActions({ store, template, onSay, onPaper }: Outputs) {
  const { briefing } = store;
  const picker = useRef<HTMLInputElement>(null);
  const make = useMakers({ store, template, onSay, onPaper });
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
          { id: 'word', label: words.paper.word, off, run: make.report },
          { id: 'excel', label: words.paper.excel, off, run: make.workbook },
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
