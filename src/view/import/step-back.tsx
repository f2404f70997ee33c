/** "Trở về bản trước": what it takes away is said before it is done. */
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DocumentFigures, StepBack } from '../../intake/keep/step-back.ts';
import { formatCount } from '../../model/writing/number.ts';
import { cut, visible } from '../../model/writing/outside.ts';
import { words } from '../../text/words.ts';

export interface StepBackProps {
  readonly title: string;
  readonly step: StepBack;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function StepBackDialog({ title, step, onBack, onClose }: StepBackProps) {
  const { lost, regained } = step;
  return (
    <ModalOverlay
      className="drawer-shade ask-shade"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="ask">
        <Dialog role="alertdialog" data-step-back>
          <Heading slot="title">{words.import.stepBack.question(title)}</Heading>
          {lost.length + regained.length === 0 && <p>{words.import.stepBack.nothing}</p>}
          <Figures heading={words.import.stepBack.lost} documents={lost} name="lost" />
          <Figures heading={words.import.stepBack.regained} documents={regained} name="regained" />
          <p className="small muted">{words.import.stepBack.undone(words.import.redo)}</p>
          <div className="import-ways">
            <Button className="button primary" data-step-back-sure onPress={onBack}>
              {words.import.undo}
            </Button>
            <Button className="button" autoFocus onPress={onClose}>
              {words.import.stepBack.leave}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const MOST = 8;

function Figures({
  heading,
  documents,
  name,
}: {
  readonly heading: string;
  readonly documents: readonly DocumentFigures[];
  readonly name: string;
}) {
  if (documents.length === 0) return null;
  const more = documents.length - MOST;
  return (
    <div {...{ [`data-${name}`]: documents.length }}>
      <p>{heading}</p>
      <ul className="import-lost">
        {documents.slice(0, MOST).map(({ name: own, figures }) => (
          <li key={own}>
            {words.import.stepBack.document(visible(cut(own, 80)), formatCount(figures))}
          </li>
        ))}
        {more > 0 && <li>{words.import.moreDocuments(formatCount(more))}</li>}
      </ul>
    </div>
  );
}
