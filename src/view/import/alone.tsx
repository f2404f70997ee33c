/** The import where no package could be opened: the catalogue alone says what figures may be. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import { Waiting } from '../notice/waiting.tsx';
import { type Desk, DeskContext } from '../part/desk.ts';
import { useBring } from './bring.ts';
import { ImportView } from './import.tsx';

const noPackage: Desk['ask'] = () => Promise.reject(new Error('no package is open'));

/** @param failure what is told of the package; alone where the catalogue cannot be read either */
export function ImportAlone({
  failure,
  ...address
}: Pick<Desk, 'state' | 'change' | 'href'> & { readonly failure: ReactNode }) {
  const { readCatalogue } = useBring();
  const [data, setData] = useState<Dataset | 'none' | null>(null);
  useEffect(() => {
    readCatalogue().then(setData, () => setData('none'));
  }, [readCatalogue]);
  if (data === 'none') return failure;
  if (data === null) return <Waiting />;
  const desk = { data, ask: noPackage, generation: 0, checked: true, organisation: '' };
  return (
    <DeskContext value={{ ...desk, ...address }}>
      <ImportView before={failure} />
    </DeskContext>
  );
}
