/** What is wrong on purpose: the only failures in the package, each with what was done. */
import { FOUND_BY_READING } from './findings.ts';
import {
  acrossTheComma,
  again,
  as,
  cut,
  finePercent,
  firstTwice,
  lastTwoSwapped,
  oneBefore,
  percent,
  wholePercent,
  wrong,
} from './mistakes.ts';
import type { Planted } from './plant.ts';
import { printedCount, rounded } from './row.ts';

const FOUND_BY_QUERY: readonly Planted[] = [
  wrong(
    'SUM_MISMATCH',
    'phuong-mai-huyen 2024-Q1 dossiers_resolved_late',
    'Swapped with dossiers_in_progress_overdue: two sums fail, one exchange mends both.',
    { do: 'swap', with: 'dossiers_in_progress_overdue' },
  ),
  wrong(
    'SUM_MISMATCH',
    'xa-ninh-hac 2023 dossiers_in_progress_not_due',
    'Last digit dropped.',
    as((value) => Math.floor(value / 10)),
  ),
  wrong(
    'SUM_MISMATCH',
    'xa-ninh-hac 2023 dossiers_received ho_tich',
    'First digit typed twice: the fields exceed the total.',
    as(firstTwice, printedCount),
  ),
  wrong(
    'SUM_MISMATCH',
    'phuong-nguyet-dam 2022 vneid_activations',
    'One hundred more than the quarters add up to.',
    as((value) => value + 100),
  ),
  wrong(
    'SUM_MISMATCH',
    'xa-loc-nhan 2024 petitions_new',
    'Digits swapped: opening and new are not what had to be resolved.',
    as(lastTwoSwapped),
  ),
  wrong(
    'SUM_MISMATCH',
    'thi-xa-lam-khue 2023 models_total van_hoa_xa_hoi',
    'Digits swapped in the report of the town: fails by field, and by new, kept, replicated.',
    as(lastTwoSwapped),
  ),
  wrong(
    'PCT_MISMATCH',
    'phuong-van-khue 2023-Q2 dossiers_on_time_rate',
    'Digits swapped across the decimal comma.',
    as(acrossTheComma, percent),
  ),
  wrong(
    'PCT_MISMATCH',
    'xa-thach-diep 2024-S1 satisfaction_rate',
    'The percentage of quarter II under the title of 6 months.',
    as(() => 97.8, percent),
  ),
  wrong(
    'PCT_TRUNCATED',
    'phuong-mai-huyen 2022 dossiers_online_rate',
    'Cut instead of rounded.',
    as(cut, percent),
  ),
  wrong(
    'PCT_TRUNCATED',
    'xa-tram-khe 2023-Q3 satisfaction_rate',
    'Cut instead of rounded.',
    as(cut, percent),
  ),
  wrong(
    'LIST_COUNT_MISMATCH',
    'xa-sa-khue 2023 models_recognised',
    'The list behind the report has one model less.',
    again((value) => value - 1, { status: 'E', note: 'Đếm danh sách mô hình kèm theo' }),
  ),
  wrong(
    'INTERNAL_CONFLICT',
    'phuong-truc-lang 2024-S1 dialogue_attendees',
    'Told again with its last digits swapped.',
    again(lastTwoSwapped, { locator: 'VII' }),
  ),
  wrong(
    'INTERNAL_CONFLICT',
    'phuong-hac-linh 2025-S1 tasks_assigned',
    'Three more in the closing part of the report.',
    again((value) => value + 3, { locator: 'VII' }),
  ),
  wrong(
    'DUPLICATE_STATEMENT',
    'xa-sa-khue 2025-Q3 petitions_received',
    'The same figure told twice.',
    again((value) => value, { locator: 'VII' }),
  ),
  wrong(
    'DUPLICATE_STATEMENT',
    'phuong-nguyet-dam 2024-S1 mediation_success_rate',
    'Told again without decimals: equal at the precision printed.',
    { do: 'repeat', by: Math.round, print: wholePercent, as: { locator: 'VII' } },
  ),
  wrong(
    'REVISED',
    'xa-thach-diep 2023 households_poor',
    'First reported too high, corrected in February.',
    { do: 'correct', in: 'dc-thach-diep-2023-nam', before: () => 120 },
  ),
  wrong(
    'REVISED',
    'xa-thach-diep 2023 poor_household_rate',
    'The percentage of the first figure, corrected with it.',
    { do: 'correct', in: 'dc-thach-diep-2023-nam', before: () => 6.29, print: finePercent },
  ),
  wrong(
    'REVISED',
    'phuong-diep-hoa 2024-Q2 dossiers_digitized',
    'First reported with digits swapped, corrected in August.',
    { do: 'correct', in: 'dc-diep-hoa-2024-q2', before: lastTwoSwapped },
  ),
  wrong(
    'REVISED',
    'phuong-diep-hoa 2024-Q2 dossiers_digitized_rate',
    'The percentage of the first figure, corrected with it.',
    { do: 'correct', in: 'dc-diep-hoa-2024-q2', before: () => 77.7, print: percent },
  ),
  wrong(
    'PART_EXCEEDS_TOTAL',
    'phuong-bich-trach 2025-Q1 petitions_pending_verified',
    'A digit 1 before the figure: more verified than pending.',
    as(oneBefore),
  ),
  wrong(
    'PART_EXCEEDS_TOTAL',
    'xa-tram-khe 2024 neighbourhoods_conventions_submitted',
    'A digit 1 before the figure: more than there are neighbourhoods.',
    as(oneBefore),
  ),
  wrong(
    'OPENING_MISMATCH',
    'phuong-truc-lang 2024-Q3 petitions_carried_over',
    'Two more than were pending before; fails the intake sum too.',
    as((value) => value + 2),
  ),
  wrong(
    'CUMULATIVE_FALLS',
    'xa-dong-nhan 2023-01-01/P9M broadcast_programmes',
    'First digit dropped: 9 months below 6 months.',
    as((value) => value % 100),
  ),
  wrong(
    'OVER_100',
    'phuong-hac-linh 2022-Q4 branch_thematic_meeting_rate',
    'A zero slipped in: 99,9 became 109,9.',
    as((value) => rounded(value + 10, 1), percent),
  ),
  wrong(
    'NEGATIVE',
    'xa-loc-nhan 2021 community_supervised_works',
    'The dash of the list read as a minus.',
    as(
      (value) => -value,
      (value) => `- ${-value}`,
    ),
  ),
];

export const PLANTED: readonly Planted[] = [...FOUND_BY_QUERY, ...FOUND_BY_READING];
