/** What is made of a briefing, run by its buttons: files that wait for the checks, and paper. */

import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import { briefingFile } from '../../share/briefing.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { frozenBriefing } from '../../share/frozen.ts';
import type { KeptTemplate } from '../../share/pptx/template/shelf.ts';
import { itemSlides, remarksOf } from '../../slide/deck.ts';
import type { SlideDesk } from '../../slide/desk.ts';
import type { Slide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import type { BriefingStore } from '../card/briefing.ts';
import { useCheckedDesk } from '../part/checked.ts';
import { settledIssues } from '../part/decisions.ts';
import { useDesk } from '../part/desk.ts';
import { makeBriefingDeck } from './deck.ts';
import { makeBriefingReport, makeBriefingWorkbook } from './paper.ts';
import { renderSlides } from './render-slides.tsx';

export interface Outputs {
  readonly store: BriefingStore;
  /** The office's own, for decks. */
  readonly template: KeptTemplate | null;
  readonly onSay: (text: string) => void;
  readonly onPaper: (slides: readonly Slide[]) => void;
}

type Work = (desk: SlideDesk) => Promise<string>;

/** Files and paper; whatever happens, the reader is told. */
export function useMakers({ store: { briefing }, template, onSay, onPaper }: Outputs) {
  const { checked } = useDesk();
  const checkedDesk = useCheckedDesk();
  const title = briefing.title || words.present.defaultTitle;
  const attempt =
    (work: Work, making = words.present.making) =>
    () => {
      onSay(checked ? making : words.present.waiting);
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
      const { bytes, slides, remarks } = await makeBriefingDeck(desk, briefing, template);
      const name = labelled(desk, title, 'pptx');
      saveFile(name, new Blob([bytes], { type: PPTX }));
      return [words.present.made(name, slides), ...remarks].join(' · ');
    }),
    report: attempt(async (desk) => {
      const { file, parts, remarks } = await makeBriefingReport(desk, briefing);
      const name = labelled(desk, title, 'docx');
      saveFile(name, file);
      return [words.paper.made(name, parts), ...remarks].join(' · ');
    }, words.paper.making),
    workbook: attempt(async (desk) => {
      const { file, parts, remarks } = await makeBriefingWorkbook(desk, briefing);
      const name = labelled(desk, title, 'xlsx');
      saveFile(name, file);
      return [words.paper.made(name, parts), ...remarks].join(' · ');
    }, words.paper.making),
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

/** A file's name says what is simulated. */
function labelled({ data }: SlideDesk, title: string, extension: string): string {
  return fileName(data.synthetic ? `${words.app.synthetic} ${title}` : title, extension);
}
