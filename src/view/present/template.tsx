/** A PowerPoint file of the office whose look decks take: chosen, kept, removed. */
import { useEffect, useState } from 'react';
import {
  type KeptTemplate,
  keepTemplate,
  keptTemplate,
  removeTemplate,
} from '../../share/pptx/template/shelf.ts';
import {
  BadTemplate,
  MOST_BYTES,
  openTemplate,
  type TemplateFault,
} from '../../share/pptx/template/template.ts';
import { words } from '../../text/words.ts';
import { Actions } from '../part/actions.tsx';

export interface TemplateStore {
  readonly template: KeptTemplate | null;
  readonly choose: (file: File) => Promise<string>;
  readonly remove: () => Promise<string>;
}

/** The template of this browser; what is done to it resolves to words for the reader. */
export function useTemplate(): TemplateStore {
  const [template, setTemplate] = useState<KeptTemplate | null>(null);
  useEffect(() => {
    keptTemplate().then(setTemplate);
  }, []);
  return {
    template,
    async choose(file) {
      const fault = await faultOf(file);
      if (fault) return words.template.refused(file.name, words.template.fault[fault]);
      const chosen = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      setTemplate(chosen);
      return keepTemplate(chosen).then(
        () => words.template.kept(file.name),
        () => words.template.lost(file.name),
      );
    },
    async remove() {
      setTemplate(null);
      await removeTemplate();
      return words.template.removed;
    },
  };
}

/** Why a file is no template; null of one that is. Large ones are not even read. */
async function faultOf(file: File): Promise<TemplateFault | null> {
  if (file.size > MOST_BYTES) return 'large';
  try {
    const { default: Zip } = await import('jszip');
    await openTemplate(Zip, new Uint8Array(await file.arrayBuffer()));
    return null;
  } catch (error) {
    return error instanceof BadTemplate ? error.fault : 'foreign';
  }
}

interface TemplateChoiceProps {
  readonly store: TemplateStore;
  readonly onSay: (text: string) => void;
}

export function TemplateChoice({ store, onSay }: TemplateChoiceProps) {
  const { template } = store;
  return (
    <section className="no-print" aria-label={words.template.heading}>
      <p className="small muted">
        {template ? words.template.used(template.name) : words.template.lead}
      </p>
      <Actions
        actions={[
          {
            id: 'template',
            label: words.template.choose,
            run: () => pickFile((file) => void store.choose(file).then(onSay)),
          },
          {
            id: 'template-off',
            label: words.template.remove,
            when: template !== null,
            run: () => void store.remove().then(onSay),
          },
        ]}
      />
    </section>
  );
}

/** The browser's own dialog; the page has one field for files already, that of a briefing. */
function pickFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.pptx,.potx';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
  input.click();
}
