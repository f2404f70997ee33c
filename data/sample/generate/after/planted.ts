/** What is wrong on purpose in the reports of the new units. */
import { as, percent, told, wrong } from '../mistakes.ts';
import type { Planted } from '../plant.ts';

export const PLANTED_AFTER: readonly Planted[] = [
  wrong(
    'PCT_MISMATCH',
    'phuong-cam-mai 2025-01-01/P9M dossiers_online_rate',
    'The mean of the percentages of the two old wards, not that of all dossiers.',
    as(() => 62.8, percent),
  ),
  wrong(
    'STALE_COPY',
    'phuong-lam-khue 2025-Q3',
    'The names of before are still in the heading.',
    { do: 'tell' },
    told('bc-lam-khue-2025-q3', 'I', 'Phần đầu báo cáo còn ghi tên phường Diệp Hòa trước sắp xếp.'),
  ),
  wrong(
    'TARGET_NOT_ACTUAL',
    'xa-loc-khue 2025 cultural_family_rate',
    'What is striven for, told as a result.',
    { do: 'tell' },
    told(
      'bc-loc-khue-2025-nam',
      'V.2',
      '“Phấn đấu 92%” ở phần kết luận là mức đề ra, chưa phải kết quả.',
    ),
  ),
];
