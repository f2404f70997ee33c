/**
 * Presenting: the briefing's views one after the other as whole slides, made anew from the figures; a press opens
 * the view itself, live and in large type. The address stays the state; this holds only which page is on.
 */

import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { BriefingItem } from '../../../address/briefing-item.ts';
import { words } from '../../../text/words.ts';
import { Waiting } from '../../notice/waiting.tsx';
import { useDesk } from '../../part/desk.ts';
import { useReady } from '../../part/ready.ts';
import { type Showing, shownNow, subscribeShow } from '../../part/showing.ts';
import { type Made, useSlides } from '../use-slides.ts';
import { type Steps, useSteps } from '../use-steps.ts';
import { useShowKeys } from './show-keys.ts';
import { Stage } from './stage.tsx';

export function Show() {
  const desk = useDesk();
  const now = useSyncExternalStore(subscribeShow, shownNow);
  const [agenda, setAgenda] = useState(false);
  const toggleAgenda = useCallback(() => setAgenda((open) => !open), []);
  const item = now?.briefing.items[now.at];
  const isOn = now !== null;
  const { made, isCurrent } = useSlides(isOn, item?.note ?? '');
  const steps = useSteps(desk, isCurrent ? (made?.slides.length ?? null) : null, toggleAgenda);
  useRootClass('showing', isOn);
  useRootClass('staged', isOn && !now.isLive);
  useRootClass('stage-waiting', isOn && !isCurrent); // the number is of the next page, the page still the one before
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the show begins
  useEffect(() => {
    if (isOn) steps.go(now.at);
  }, [isOn]);
  useShowKeys(isOn, steps.run);
  if (!now) return null;
  const choose = (at: number) => {
    setAgenda(false);
    steps.go(at);
  };
  return createPortal(
    <>
      {!now.isLive && <Page {...{ now, made, isCurrent, steps }} name={item?.name ?? ''} />}
      <aside className="show">
        {now.isLive && item?.note && <p className="show-note">{item.note}</p>}
        {agenda && <Agenda {...{ now, steps }} onChoose={choose} />}
        <Places {...{ now, made, agenda, toggleAgenda, steps }} />
      </aside>
    </>,
    document.body, // what lies in the page is enlarged
  );
}

function useRootClass(name: string, isOn: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.classList.toggle(name, isOn);
    return () => document.documentElement.classList.remove(name);
  }, [name, isOn]);
}

/** The page that is on; where an item has none, why. */
function Page({
  now,
  made,
  isCurrent,
  steps,
  name,
}: {
  readonly now: Showing;
  readonly made: Made | null;
  readonly isCurrent: boolean;
  readonly steps: Steps;
  readonly name: string;
}) {
  useReady(isCurrent ? 'true' : 'waiting');
  const { checked, data } = useDesk();
  if (!made) {
    return (
      <section className="stage">
        <Waiting />
      </section>
    );
  }
  const at = Math.min(now.page, made.slides.length - 1);
  const slide = made.slides[at];
  if (!slide) {
    return (
      <section className="stage">
        <h1>{name || now.briefing.items[now.at]?.title}</h1>
        <p>{made.remarks.join(' ') || words.present.empty}</p>
      </section>
    );
  }
  const shown = name && at === 0 ? { ...slide, title: name } : slide;
  const warnings = [
    ...(data.synthetic ? [words.app.synthetic] : []),
    ...(checked ? [] : [words.checks.running]),
  ];
  const documents = [...warnings, slide.documents].filter(Boolean).join(' · ');
  return <Stage key={slide.heading} slide={{ ...shown, documents }} onOpen={steps.run.live} />;
}

/** Where one is, off the figures; and the ways to the live view and to the other items. */
function Places({
  now,
  made,
  agenda,
  toggleAgenda,
  steps,
}: {
  readonly now: Showing;
  readonly made: Made | null;
  readonly agenda: boolean;
  readonly toggleAgenda: () => void;
  readonly steps: Steps;
}) {
  const pages = made?.slides.length ?? 1;
  const page = pages > 1 ? ` (${Math.min(now.page, pages - 1) + 1}/${pages})` : '';
  return (
    <p className="show-places">
      <button
        type="button"
        className="show-position"
        onClick={now.isLive ? steps.run.back : steps.run.live}
      >
        {now.isLive ? words.show.toSlide : words.present.live}
      </button>
      <button
        type="button"
        className="show-position"
        aria-expanded={agenda}
        title={words.show.help}
        onClick={toggleAgenda}
      >
        {words.show.position(now.at + 1, now.briefing.items.length)}
        {page}
      </button>
    </p>
  );
}

function Agenda({
  now,
  steps,
  onChoose,
}: {
  readonly now: Showing;
  readonly steps: Steps;
  readonly onChoose: (at: number) => void;
}) {
  return (
    <nav aria-label={words.show.agenda} className="show-agenda">
      <ol>
        {now.briefing.items.map((entry: BriefingItem, place) => (
          <li key={entry.id}>
            <button
              type="button"
              className="plain-button"
              aria-current={place === now.at}
              onClick={() => onChoose(place)}
            >
              {entry.name || entry.title}
            </button>
          </li>
        ))}
      </ol>
      <p className="small">{words.show.help}</p>
      <button type="button" className="button" onClick={steps.run.exit}>
        {words.show.exit}
      </button>
    </nav>
  );
}
