/** Words around the briefing: an office's template, presenting, pictures, embedding. */
import { formatCount } from '../../../model/writing/number.ts';
import type { Words } from '../../vi/words.ts';

export const template: Words['template'] = {
  heading: 'Template of slides',
  choose: 'Choose the office’s own template (.pptx, .potx)…',
  lead: 'Colours, typefaces, logo and background come from the template; figures and charts stay. It is kept in this browser.',
  used: (name) => `Template in use: ${name}`,
  remove: 'Remove the template',
  removed: 'Template removed; decks have the look of this program.',
  kept: (name) => `Template ${name} is in use.`,
  lost: (name) =>
    `Template ${name} is in use, but the browser keeps nothing: it lasts as long as this page.`,
  fault: {
    large: 'The file is too large (over 40 MB). Leave only its master and layouts in it.',
    encrypted:
      'The file has a password or the old PowerPoint format (.ppt). Open it in PowerPoint, take the password off and save it as .pptx or .potx.',
    foreign: 'This is no PowerPoint file (.pptx, .potx), or it is damaged.',
    layouts: 'The file has no master or no layout to be taken as a template.',
    shape:
      'The template is not 16:9 (perhaps 4:3). Change its slide size in PowerPoint and choose it again.',
  },
  refused: (name, why) =>
    `Template ${name} cannot be used. ${why} Decks can still be made with the one in use.`,
};

export const show: Words['show'] = {
  position: (at, all) => `${formatCount(at)}/${formatCount(all)}`,
  help: '→ next slide · ← previous slide · ↓ next unit · ↑ previous unit · Enter opens the figures · R back to the slide being presented · Esc exit',
  toSlide: 'Back to the slide',
  exit: 'Stop presenting',
  agenda: 'Items',
};

export const picture: Words['picture'] = {
  open: 'Download image',
  heading: 'Download an image of the chart or table',
  format: 'Format',
  size: 'Image size',
  shape: 'Frame',
  shapes: { shown: 'As shown', wide: '16:9', square: 'Square' },
  save: 'Download the image file',
  copy: 'Copy image',
  copied: 'Image copied; paste it into a slide or a document.',
  copyFailed:
    'The browser does not allow images to be copied at this address; the image was downloaded as a file.',
  failed: 'The image could not be created.',
  noFont:
    'The typeface has not finished loading; the image uses a typeface of this computer instead.',
};

export const embed: Words['embed'] = {
  open: 'Embed',
  heading: 'Embed this view in another page',
  follow: 'Follow the latest figures',
  pinned: (period) => `Stay at ${period}`,
  code: 'Embed code',
  copy: 'Copy',
  copied: 'Copied',
  needs:
    'The page that embeds it must allow this: same internal network; if the sandbox attribute is used, allow-scripts and allow-same-origin are needed; the server must not send X-Frame-Options: DENY.',
  full: 'Open the full view',
  close: 'Close',
};
