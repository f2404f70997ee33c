/** What headings over each other name together. */
import { expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { subjectIn } from '../../src/intake/recognise/heading-subject.ts';
import { vocabularyOf } from '../../src/intake/recognise/vocabulary.ts';
import { repositoryAccess } from '../support/load.ts';

const { dataset } = await readPackage('data/sample', repositoryAccess());
const vocabulary = vocabularyOf(dataset);

test.each([
  [['Hộ nghèo', 'Số hộ'], 'households_poor'],
  [['Hộ nghèo', 'Tổng số'], 'households_poor'],
  [['Hồ sơ đã giải quyết', 'Đúng hạn'], 'dossiers_resolved_on_time'],
  [['Thủ tục hành chính', 'Hồ sơ trực tuyến'], 'dossiers_received_online'], // a count, though a rate is called so in short
])('%j', (labels, measure) => {
  expect(subjectIn(labels, vocabulary).sure?.measure).toBe(measure);
});

test('a heading that names another number than the one above it is asked about', () => {
  const found = subjectIn(['Hộ nghèo', 'Tổng số hộ'], vocabulary);
  expect(found.sure).toBeNull(); // all households, or all that are poor
  expect(found.ids).toEqual(['households', 'households_poor']);
  expect(found.exact).toBe(false);
});
