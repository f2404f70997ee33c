/** Slides as HTML text, for a file of their own. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Slide } from '../../slide/slide.ts';
import { SlideView } from './slide-view.tsx';

/** Renders into an element that is not on the page; texts are escaped by the DOM. */
export function renderSlides(slides: readonly Slide[]): string {
  const element = document.createElement('div');
  const root = createRoot(element);
  flushSync(() =>
    root.render(
      slides.map((slide, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
        <SlideView key={at} slide={slide} />
      )),
    ),
  );
  const html = element.innerHTML;
  root.unmount();
  return html;
}
