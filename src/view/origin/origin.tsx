/** The origin panel: from any number to its counts, every statement behind it, its place and its issues. */

import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { type FigureRef, formatRef } from '../../model/figure-ref.ts';
import type { OriginAnswer } from '../../question/origin.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText } from '../../text/figure.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { heldIn } from '../../text/told/target.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useAnswer, useDesk } from '../part/desk.ts';
import { IssueList } from '../part/issue-list.tsx';
import { Link } from '../part/link.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { TargetList } from '../part/target/list.tsx';
import { Categories, Further, Headline, OverTime, Part } from './parts.tsx';
import { Sum } from './sum.tsx';

export function OriginPanel() {
  const { state, change } = useDesk();
  const close = () => {
    const name = state.open ? formatRef(state.open) : '';
    change({ open: null });
    requestAnimationFrame(() => setTimeout(() => refocus(name)));
  };
  return (
    <ModalOverlay
      className="drawer-shade"
      isOpen={state.open !== null}
      onOpenChange={(open) => !open && close()}
      isDismissable
    >
      <Modal className="drawer">
        <Dialog aria-label={words.origin.heading}>
          {state.open && <OriginContent figure={state.open} onClose={close} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A chart is drawn anew when the panel closes: the focus goes back to the mark of the same figure. */
function refocus(name: string): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  document.querySelector<SVGElement>(`[data-open="${CSS.escape(name)}"]`)?.focus();
}

function OriginContent({
  figure,
  onClose,
}: {
  readonly figure: FigureRef;
  readonly onClose: () => void;
}) {
  const { data, state } = useDesk();
  const { unit, period, subject: id, category } = figure;
  const query = useAnswer({
    ask: 'origin',
    subject: id,
    unit,
    period,
    category,
    breakdown: category ? state.breakdown : '',
    body: state.body,
  });
  useReady(readinessOf(query));
  const subject = subjectOf(data, id);
  return (
    <>
      <div className="drawer-head">
        <div>
          <Heading slot="title" level={2}>
            {subject?.name}
          </Heading>
          <p className="muted">
            <Link to={{ view: 'unit', unit: [unit], open: null }}>
              {unitName(data, unit, period)}
            </Link>{' '}
            · {periodName(data, period)}
          </p>
        </div>
        <Button className="button" onPress={onClose}>
          {words.origin.close}
        </Button>
      </div>
      {query.isError && <Failed error={query.error} />}
      {query.data && subject ? (
        <Origin {...{ data, subject, unit, period }} answer={query.data} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

interface OriginProps {
  readonly data: Dataset;
  readonly subject: Subject;
  readonly unit: string;
  readonly period: string;
  readonly answer: OriginAnswer;
}

function Origin({ data, subject, unit, period, answer }: OriginProps) {
  const results = answer.figures.filter((figure) => figure.kind === '');
  const others = answer.figures.filter((figure) => figure.kind !== '');
  return (
    <>
      {answer.sums.map((sum) => (
        <Sum key={sum.sum?.of} {...{ subject }} figure={sum} />
      ))}
      {answer.sums.length > 0 && results.length > 0 && <h3>{words.place.ownReport}</h3>}
      {answer.figures.length + answer.categories.length + answer.sums.length === 0 && (
        <p>{words.origin.missing}</p>
      )}
      {results.map((figure) => (
        <Headline key={figure.body} {...{ data, subject, figure }} />
      ))}
      <Targets {...{ subject, unit, period, others }} />
      {answer.issues.length > 0 && (
        <section>
          <h3>{words.origin.issues}</h3>
          <IssueList issues={answer.issues} />
        </section>
      )}
      <section>
        <h3>{words.origin.statements}</h3>
        <div className="stack">
          {answer.parts.map((part) => (
            <Part
              key={`${part.role}~${part.measure}~${part.body}~${part.kind}`}
              {...{ data, part, period }}
            />
          ))}
        </div>
      </section>
      <OverTime {...{ subject, answer }} />
      <Categories figures={answer.categories} subject={subject} />
      <Further {...{ data, subject, unit, period }} />
    </>
  );
}

/** Targets of a whole unit, each apart with how it stands; what else was set or promised as it is. */
function Targets({
  subject,
  unit,
  period,
  others,
}: Pick<OriginProps, 'subject' | 'unit' | 'period'> & { readonly others: readonly Figure[] }) {
  const { data, state } = useDesk();
  const isWhole = !state.open?.category;
  const { data: answer } = useAnswer(
    {
      ask: 'targets',
      ...{ units: [unit], subjects: [subject.id], grain: 'any' },
      period: { type: 'one', code: period },
    },
    isWhole,
  );
  const isHere = ({ figure }: TargetRow) => figure.unit === unit && figure.period === period;
  const rows = isWhole ? (answer?.rows ?? []).filter(isHere) : [];
  const held = rows.flatMap((row) => heldIn(data, subject, row).map(({ target }) => target));
  const isTold = (figure: Figure) =>
    held.some(({ kind, unit: owner }) => kind === figure.kind && owner === unit);
  const left = others.filter((figure) => !isTold(figure));
  return (
    <>
      {rows.map((row) => (
        <TargetList key={row.figure.body} {...{ subject, row }} />
      ))}
      {left.length > 0 && (
        <ul>
          {left.map((figure) => (
            <li key={`${figure.kind}~${figure.body}`}>
              {words.kind[figure.kind]}: <strong>{figureText(subject, figure)}</strong>{' '}
              <span className="muted">{partName(data, figure)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
