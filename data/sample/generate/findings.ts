/** The planted issues that no query can see: what a reader would have found. */
import { as, told, wholePercent, wrong } from './mistakes.ts';
import type { Planted } from './plant.ts';

/** Each gives a row of `findings`. */
export const FOUND_BY_READING: readonly Planted[] = [
  wrong(
    'STALE_COPY',
    'xa-ninh-hac 2024 security_cameras',
    'The figure of the year before left in.',
    as(() => 34),
    told(
      'bc-ninh-hac-2024-nam',
      'I',
      'Số camera giống hệt báo cáo năm 2023; có thể chưa cập nhật.',
    ),
  ),
  wrong(
    'STALE_COPY',
    'phuong-mai-huyen 2023',
    'A plan of 2022 is still cited.',
    { do: 'tell' },
    told('bc-mai-huyen-2023-nam', 'VI.2', 'Báo cáo năm 2023 còn dẫn kế hoạch năm 2022.'),
  ),
  wrong(
    'MISLABELLED',
    'xa-tram-khe 2025 consultation_rounds',
    'The number of neighbourhoods that met, under another name.',
    as(() => 4),
    told(
      'bc-tram-khe-2025-nam',
      'IV.3',
      'Số đợt lấy ý kiến trùng số thôn đã họp dân; có thể nhầm.',
    ),
  ),
  wrong(
    'TARGET_NOT_ACTUAL',
    'xa-thach-diep 2024 uniform_rate',
    'What is striven for, told as a result.',
    as(() => 100, wholePercent),
    told('bc-thach-diep-2024-nam', 'II.3', '“Phấn đấu 100%” là mức đề ra, chưa phải kết quả.'),
  ),
  wrong(
    'FUTURE_REFERENCE',
    'phuong-van-khue 2024-Q2',
    'A document younger than the report is cited.',
    { do: 'tell' },
    told(
      'bc-van-khue-2024-q2',
      'VI.2',
      'Dẫn Kết luận ngày 29/8/2024 trong báo cáo ký đầu tháng 7.',
    ),
  ),
  wrong(
    'BAD_DATE',
    'phuong-hac-linh 2024-01-01/2024-05-31 vneid_activations',
    'An impossible span, entered as most plausibly meant.',
    {
      do: 'add',
      row: {
        value: 81,
        status: 'U',
        source: 'bc-hac-linh-2024-s1',
        locator: 'VI.4',
        printed: 'từ 01/01/2024 đến 31/5/2042',
        note: 'Kỳ in trong văn bản sai năm; nhập là đến 31/5/2024',
      },
    },
    told(
      'bc-hac-linh-2024-s1',
      'VI.4',
      'Kỳ in trong văn bản đến 31/5/2042, sau năm báo cáo; cần xác nhận.',
    ),
  ),
  wrong(
    'UNIT_NAME_OCR',
    'phuong-diep-hoa 2022-Q3',
    'The name is damaged in the machine-read text.',
    { do: 'tell' },
    told('bc-diep-hoa-2022-q3', 'I', '“Điệp Hòa” trong bản chụp là phường Diệp Hòa.'),
  ),
];
