/** "Trình chiếu": the views chosen for a meeting, their order and names, and what is made of them. */

import { useState } from 'react';
import type { BriefingItem } from '../../address/briefing-item.ts';
import { moved } from '../../share/briefing.ts';
import type { Slide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { useBriefing } from '../card/briefing.ts';
import { useDesk } from '../part/desk.ts';
import { TextField } from '../part/fields.tsx';
import { useReady } from '../part/ready.ts';
import { BriefingActions } from './actions.tsx';
import { Item } from './item.tsx';
import { SlideView } from './slide-view.tsx';
import { TemplateChoice, useTemplate } from './template.tsx';
import { itemState } from './use-steps.ts';

export function PresentView() {
  const store = useBriefing();
  const { briefing } = store;
  const templates = useTemplate();
  const [said, setSaid] = useState('');
  const [paper, setPaper] = useState<readonly Slide[]>([]);
  useReady('true');
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
        <BriefingActions
          store={store}
          template={templates.template}
          onSay={setSaid}
          onPaper={setPaper}
        />
      </div>
      <p role="status">{said}</p>
      {!store.kept && (
        <p role="status" className="notice">
          {words.present.notKept}
        </p>
      )}
      <TextField
        label={words.present.briefingTitle}
        value={briefing.title}
        placeholder={words.present.defaultTitle}
        onChange={(title) => store.set({ ...briefing, title })}
      />
      <TemplateChoice store={templates} onSay={setSaid} />
      <Items store={store} />
      <Paper slides={paper} />
    </section>
  );
}

/** The views in their order, each to be named, moved, opened and taken away. */
function Items({ store }: { readonly store: ReturnType<typeof useBriefing> }) {
  const desk = useDesk();
  const { briefing } = store;
  const setItems = (items: readonly BriefingItem[]) => store.set({ ...briefing, items });
  const patch = (at: number, change: Partial<BriefingItem>) =>
    setItems(briefing.items.map((item, i) => (i === at ? { ...item, ...change } : item)));
  if (briefing.items.length === 0) return <p>{words.present.none}</p>;
  return (
    <ol className="briefing">
      {briefing.items.map((item, at) => (
        <Item
          key={item.id}
          item={item}
          onChange={(change) => patch(at, change)}
          onOpen={() => desk.change(itemState(desk, item.query))}
          onMove={(to) => store.set(moved(briefing, at, at + to))}
          onRemove={() => setItems(briefing.items.filter((_, i) => i !== at))}
        />
      ))}
    </ol>
  );
}

/** The slides as pages for the printer. */
function Paper({ slides }: { readonly slides: readonly Slide[] }) {
  if (slides.length === 0) return null;
  return (
    <div className="paper">
      {slides.map((slide, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made anew for every print
        <SlideView key={at} slide={slide} />
      ))}
    </div>
  );
}
