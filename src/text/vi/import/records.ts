/** Words of an import of records: one row per dossier, petition, visit. */
export const records = {
  found: (rows: string, kind: string) => `${rows} dòng, mỗi dòng một bản ghi: ${kind}.`,
  layout: (kind: string) => `mỗi dòng một bản ghi (${kind})`,
  asFigures: 'Đọc như bảng số liệu',
  dropped: 'không lấy (tên người, ghi chú… không rời khỏi tệp)',
  keep: 'giữ nguyên văn',
  pickCategory: 'Loại khác',
  newCategory: (name: string) => `Thêm loại mới: ${name}`,
  leaveCategory: 'Không phân loại',
  counted: (records: string, figures: string) =>
    `${records} bản ghi cho ${figures} số liệu theo tháng, quý, sáu tháng và năm.`,
  coverage: 'Tệp ghi đủ cho thời gian',
  from: 'Từ tháng',
  to: 'Đến hết tháng',
  noEarlier: (month: string) =>
    `Tệp không có bản ghi từ trước tháng ${month}: số đang giải quyết chưa gồm phần tồn từ trước, số kỳ trước chuyển sang của tháng đầu không được tính.`,
  withRecords: 'Kèm danh sách bản ghi (hồ sơ, đơn…)',
  showAny: 'Xem các bản ghi được đếm',
  none: 'Không có bản ghi nào.',
  fromRecords: 'đếm từ bản ghi',
  gone: 'Gói này không kèm danh sách bản ghi.',
  shown: (shown: string, total: string) => `${shown} trên ${total} bản ghi`,
  next: 'Xem thêm',
  flag: { yes: 'có', no: 'không' } as Record<string, string>,
};
