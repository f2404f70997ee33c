/** One whole slide on the screen, in type that is read from four metres; pressing it opens its figures. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { isChart, onlyValue } from '../../../slide/fitted.ts';
import { barTone, levelLooks, ticksOf } from '../../../slide/looks.ts';
import {
  type CardsSlide,
  type ChartSlide,
  type Slide,
  type TableSlide,
  underTitle,
} from '../../../slide/slide.ts';
import { words } from '../../../text/words.ts';
import { SlideCards } from '../slide-cards.tsx';
import { SlideDrawing } from '../slide-drawing.tsx';
import { SlideLines } from '../slide-lines.tsx';
import { PlainTable } from '../slide-view.tsx';
import { stageType, useScreen } from '../use-slides.ts';

export function Stage({ slide, onOpen }: { readonly slide: Slide; readonly onOpen: () => void }) {
  const { title, heading, note, footnotes, documents } = slide;
  const under = underTitle(slide);
  return (
    <section className="stage" aria-label={heading} style={{ fontSize: stageType(innerHeight) }}>
      <header>
        <h1>{title}</h1>
        {under && <p className="muted">{under}</p>}
        {note && <p className="stage-note">{note}</p>}
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same is on the Enter key and on a button */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed here has its button beside the number */}
      <div className="stage-body" onClick={onOpen}>
        <Body slide={slide} />
      </div>
      <footer>
        {footnotes.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="muted">{documents}</p>
      </footer>
    </section>
  );
}

function Body({ slide }: { readonly slide: Slide }) {
  if (slide.type === 'table' || slide.type === 'cards') return <Fitted slide={slide} />;
  if (!isChart(slide)) return <Drawn slide={slide} />;
  const only = onlyValue(slide);
  if (only) return <Statement slide={slide} {...only} />;
  return slide.type === 'bars' ? <Bars slide={slide} /> : <Lines slide={slide} />;
}

/** Characters of a name that stays on one line. */
const MOST_OF_NAME = 26;

/** Rows that stand apart; more of them stand close, so that their type is as large as it may be. */
const MOST_ROOMY = 12;

/** A table of a few rows fills its room; one that is longer than was reckoned is drawn smaller rather than cut. */
function Fitted({ slide }: { readonly slide: TableSlide | CardsSlide }) {
  const ref = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for every slide
  useLayoutEffect(() => {
    const inner = ref.current;
    const room = inner?.parentElement;
    if (inner && room) setZoom(fitting(inner, room));
  }, [slide]);
  if (slide.type === 'cards')
    return (
      <div ref={ref} className="stage-table" style={{ zoom }}>
        <SlideCards slide={slide} isFar />
      </div>
    );
  const isShort = slide.rows.every(([first]) => (first?.text.length ?? 0) <= MOST_OF_NAME);
  return (
    <div
      ref={ref}
      className={`stage-table ${isShort ? 'short-names' : ''} ${slide.rows.length > MOST_ROOMY ? 'is-dense' : ''}`}
      style={{ zoom }}
    >
      <PlainTable slide={slide} />
    </div>
  );
}

/** Hundredths by which a table is drawn smaller at a time, from its largest size to its least: its lines break anew at each. */
const ZOOM = { step: 4, most: 148, least: 40 };

/** The largest size at which an element stays inside its room. */
function fitting(inner: HTMLElement, room: HTMLElement): number {
  for (let zoom = ZOOM.most; zoom > ZOOM.least; zoom -= ZOOM.step) {
    inner.style.zoom = `${zoom / 100}`;
    const isInside =
      room.scrollHeight <= room.clientHeight + 1 && room.scrollWidth <= room.clientWidth + 1;
    if (isInside) return zoom / 100;
  }
  return ZOOM.least / 100;
}

function Statement({
  slide,
  text,
  about,
}: {
  readonly slide: ChartSlide;
  readonly text: string;
  readonly about: string;
}) {
  const target = slide.series.find(({ role }) => role === 'target')?.texts.find(Boolean);
  return (
    <div className="stage-statement">
      <p>{text}</p>
      <p>{about}</p>
      {target && <p className="muted">{words.present.targetOf(target)}</p>}
    </div>
  );
}

function Lines({ slide }: { readonly slide: ChartSlide }) {
  return (
    <Room slide={slide}>{(room, size) => <SlideLines slide={slide} {...room} size={size} />}</Room>
  );
}

function Drawn({
  slide,
}: {
  readonly slide: Exclude<Slide, ChartSlide | TableSlide | CardsSlide>;
}) {
  return (
    <Room slide={slide}>
      {(room, size) => <SlideDrawing slide={slide} {...room} size={size} />}
    </Room>
  );
}

/** What is left of the screen for a drawing, and the size of its type. */
function Room({
  slide,
  children,
}: {
  readonly slide: Slide;
  readonly children: (
    room: { readonly width: number; readonly height: number },
    size: number,
  ) => ReactNode;
}) {
  const { width, height } = useScreen();
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever stands above and below it may be another
  useLayoutEffect(() => {
    const { clientWidth = 0, clientHeight = 0 } = ref.current ?? {};
    setRoom({ width: clientWidth, height: clientHeight });
  }, [slide, width, height]);
  return (
    <div ref={ref} className="stage-lines">
      {room.width > 0 && children(room, stageType(height))}
    </div>
  );
}

/** Bars in rows: name, bar, value; a target that most share is one line across them. */
function Bars({ slide }: { readonly slide: ChartSlide }) {
  const { categories, series, least, most } = slide;
  const own = series.find(({ role }) => role === 'value');
  const share = (value: number) => `${((value - least) / (most - least || 1)) * 100}%`;
  const levels = levelLooks(slide);
  const ticks = ticksOf(slide);
  return (
    <ol className="stage-bars">
      {levels.length > 0 && (
        <li className="stage-goal">
          <span className="track">
            {levels.map(({ text, value, side }) => (
              <span key={text} className={`goal-name ${side}`} style={{ left: share(value) }}>
                {text}
              </span>
            ))}
          </span>
        </li>
      )}
      {categories.map((name, at) => {
        const value = own?.values[at] ?? null;
        return (
          <li key={name} className={barTone(slide, at)}>
            <span className="name">{name}</span>
            <span className="track">
              {value !== null && <span className="bar" style={{ width: share(value) }} />}
              {levels.map((level) => (
                <span
                  key={level.text}
                  className={level.isGoal ? 'goal' : 'goal overall'}
                  style={{ left: share(level.value) }}
                />
              ))}
              {ticks[at] != null && <span className="goal" style={{ left: share(ticks[at]) }} />}
            </span>
            <span className="value">{own?.texts[at]}</span>
          </li>
        );
      })}
    </ol>
  );
}
