/** What was counted, in words, for every measure of the delivered definitions. */
import { afterEach, expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { countingText } from '../../src/text/counting.ts';
import { chooseWords } from '../../src/text/words.ts';
import { repositoryAccess } from '../support/load.ts';

const { dataset } = await readPackage('data/reports', repositoryAccess());
const KIND = 'Hồ sơ thủ tục hành chính';

afterEach(() => chooseWords('vi'));

test.each([
  ['dossiers_received', `Đếm từ ${KIND}: có “Ngày tiếp nhận” trong kỳ.`],
  [
    'dossiers_received_online',
    `Đếm từ ${KIND}: có “Ngày tiếp nhận” trong kỳ; “Hình thức tiếp nhận” là Trực tuyến.`,
  ],
  [
    'dossiers_carried_over',
    `Đếm từ ${KIND}: có “Ngày tiếp nhận” trước kỳ; khi đó chưa có “Ngày trả kết quả”.`,
  ],
  [
    'dossiers_in_progress_not_due',
    `Đếm từ ${KIND}: có “Ngày tiếp nhận” từ cuối kỳ trở về trước; khi đó chưa có “Ngày trả kết quả”; “Ngày hẹn trả” không trước ngày cuối kỳ hoặc để trống.`,
  ],
  [
    'survey_satisfied',
    `Đếm từ ${KIND}: có “Ngày trả kết quả” trong kỳ; “Đánh giá của người dân” là Rất hài lòng hoặc Hài lòng.`,
  ],
  ['population', ''],
])('%s', (measure, text) => {
  expect(countingText(dataset, measure)).toBe(text);
});

test('a sum of a column, a load, a flag, in English', async () => {
  await chooseWords('en');
  expect(countingText(dataset, 'reception_people')).toBe(
    '“People received” added up over Visits of citizens: “Received on” within the period.',
  );
  expect(countingText(dataset, 'petitions_received')).toBe(
    'Counted from Petitions, complaints and denunciations: “Received on” within the period, or carried over (“Received on” before the period; no “Resolved on” by then; “Eligible” is not no).',
  );
});

test('every measure that is counted says how', () => {
  const measures = [...dataset.records.values()].flatMap((definition) => definition.measures);
  for (const { measure } of measures)
    expect(countingText(dataset, measure)).toMatch(/^(Đếm|Cộng) .+\.$/);
});

test('an indicator has a short name in either language', async () => {
  const nameOf = () => subjectOf(dataset, 'poor_household_rate')?.shortName;
  expect(nameOf()).toBe('Hộ nghèo');
  await chooseWords('en');
  expect(nameOf()).toBe('Poor households'); // its name is "Share of poor households"
});
