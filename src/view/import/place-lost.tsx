/** What a package that is kept or cut out no longer says of the packages above and below it. */
import type { PlaceLost } from '../../intake/keep/place.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';

export function PlaceLostNotes({ lost }: { readonly lost: readonly PlaceLost[] }) {
  const { data } = useDesk();
  const of = (why: PlaceLost['why']) => lost.filter((item) => item.why === why);
  const names = of('below').map(({ unit }) => unitName(data, unit));
  const ids = of('unknown').map(({ unit }) => unit);
  const { place } = words;
  const told = [
    of('alone').length > 0 && place.lost.alone,
    names.length > 0 && place.lost.below(names.join(', ')),
    ids.length > 0 && place.lost.unknown(ids.join(', ')),
    ...of('cut').map(({ title }) => place.lost.cut(title)),
  ];
  return told
    .filter((text) => text !== false)
    .map((text) => (
      <p key={text} role="note" className="notice" data-place-lost>
        {text}
      </p>
    ));
}
