/** "Nhúng": the snippet and the two links for a page that shows this view. */

import { useId } from 'react';
import { type ChosenPeriod, formatPeriodChoice, onePeriod } from '../../address/period-choice.ts';
import { formatUrl, type UrlState } from '../../address/url.ts';
import type { Figure } from '../../model/figure.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { escapeMarkup } from '../../share/escape.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { type Desk, useDesk } from '../part/desk.ts';

interface EmbedProps {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly address: Partial<UrlState>;
  readonly onSay: (text: string) => void;
}

export function EmbedDialog({ title, figures, address: own, onSay }: EmbedProps) {
  const desk = useDesk();
  const address = (change: Partial<UrlState>) =>
    `${location.href.split(/[?#]/)[0]}${formatUrl({ ...desk.state, open: null, ...own, embed: true, ...change })}`;
  const period = shownPeriod(desk, figures);
  const links = [
    { name: words.embed.follow, href: address({}) },
    ...(period && formatPeriodChoice(period) !== formatPeriodChoice(desk.state.period)
      ? [{ name: words.embed.pinned(periodText(desk, period)), href: address({ period }) }]
      : []),
  ];
  return (
    <fieldset className="menu embed-menu no-print">
      <legend>{words.embed.heading}</legend>
      {links.map((link) => (
        <Snippet key={link.name} {...link} title={title} onSay={onSay} />
      ))}
      <p className="small muted">{words.embed.needs}</p>
    </fieldset>
  );
}

function Snippet({
  name,
  href,
  title,
  onSay,
}: {
  readonly name: string;
  readonly href: string;
  readonly title: string;
  readonly onSay: (text: string) => void;
}) {
  const id = useId();
  const code = `<iframe src="${escapeMarkup(href)}" title="${escapeMarkup(title)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      onSay(words.embed.copied);
    } catch {
      const field = document.getElementById(id);
      if (field instanceof HTMLTextAreaElement) field.select(); // plain http: the reader copies by hand
    }
  };
  return (
    <div className="embed-snippet">
      <a href={href}>{name}</a>
      <label htmlFor={id} className="small">
        {words.embed.code}
      </label>
      <textarea id={id} readOnly rows={2} value={code} onFocus={(e) => e.currentTarget.select()} />
      <button type="button" className="button" onClick={() => void copy(code)}>
        {words.embed.copy}
      </button>
    </div>
  );
}

/** The period that most figures have, or from the first to the last where there are many. */
function shownPeriod({ data, state }: Desk, figures: readonly Figure[]): ChosenPeriod | null {
  const counts = new Map<string, number>();
  for (const figure of figures.filter((f) => f.kind === '' && f.value !== null)) {
    counts.set(figure.period, (counts.get(figure.period) ?? 0) + 1);
  }
  const codes = [...counts.keys()];
  if (state.view !== 'trend') {
    const most = Math.max(...counts.values());
    const code = codes.find((candidate) => counts.get(candidate) === most);
    return code ? onePeriod(code) : null;
  }
  const periods = codes.flatMap((code) => data.periods.get(code) ?? []).sort(comparePeriods);
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return null;
  return first === last
    ? onePeriod(first.code)
    : { type: 'range', from: first.code, to: last.code };
}

function periodText({ data }: Desk, period: ChosenPeriod): string {
  return formatPeriodChoice(period)
    .split('..')
    .map((code) => lowerFirst(periodName(data, code)))
    .join(' – ');
}
