/** Words of the draft of what a meeting concludes. */
import { formatCount } from '../../../model/writing/number.ts';

/** The page that is filled in at the meeting. */
export const proposals = {
  heading: 'Dự thảo kết luận',
  lead: 'Dự thảo để cho ý kiến; cột Chủ trì là dự kiến; Văn phòng theo dõi.',
  leadWith: (note: string) => `Dự thảo để cho ý kiến; cột Chủ trì là dự kiến. ${note}.`,
  sentBy: (day: string, answer: string) =>
    `Gửi trước\u00a0${day}, đề nghị trả lời trước\u00a0${answer}`,
  inYear: (half: string, end: string) =>
    half ? `Tiến độ\u00a0${half}, đạt\u00a0${end}` : `Đạt\u00a0trước\u00a0${end}`,
  task: 'Việc',
  owner: 'Đơn vị',
  chair: 'Chủ trì',
  eachUnit: 'Đơn vị',
  toFill: '…………',
  office: 'Văn phòng',
  due: 'Thời hạn đề xuất',
  title: (count: number, brief: string) =>
    `Dự thảo kết luận: ${formatCount(count)} việc${brief && `, ${brief}`}`,
  adoptBrief: (usable: number) => `thống nhất dùng ${formatCount(usable)} tỷ lệ`,
  visitBrief: (count: number) => `đến trực tiếp ${formatCount(count)} đơn vị`,
  before: (period: string) => `Kỳ báo cáo ${period}`,
  by: (day: string) => `Trước\u00a0${day}`,
  open: 'Cuộc họp quyết định',
  visit: (count: number) =>
    count === 1
      ? 'Làm việc trực tiếp tại đơn vị'
      : `Làm việc trực tiếp tại ${formatCount(count)} đơn vị`,
  visitAbout: (names: string, about: string) => `${names}: ${about}`,
  clear: (name: string, count: string, when: string) => `Xử lý xong ${name} (${count}, ${when})`,
  disputed: '; số đang đối chiếu',
  inform: (task: string) => `Đề nghị ${task}`,
  reach: (name: string, when: string, goal: string) => `Đạt chỉ tiêu ${name} (${when}: ${goal})`,
  goalsOf: (latest: string, next: string) => `Chưa có chỉ tiêu ${next}: tạm nêu mức ${latest}`,
  ownGoal: 'riêng từng đơn vị',
  rest: (count: string) => `, các đơn vị khác (${count})`,
  adopt: (usable: number, reference: number, open: number) =>
    `Thống nhất dùng ${formatCount(usable)} tỷ lệ, tham khảo ${formatCount(reference)}; chưa dùng ${formatCount(open)} cho đến khi đối chiếu xong`,
  adoptThese: (usable: string, reference: number, open: string) =>
    `Dùng: ${usable}; tham khảo: ${formatCount(reference)} tỷ lệ khác; chưa dùng: ${open}`,
  now: 'Tại cuộc họp',
  unitsOf: (count: number, all: number) => `${formatCount(count)}/${formatCount(all)} đơn vị`,
  moreGoals: (count: number) => ` và ${formatCount(count)} chỉ tiêu khác`,
  otherGoals: (names: string) => `Đơn vị tự khắc phục: ${names}`,
  send: (count: number) => `Gửi ${formatCount(count)} báo cáo còn thiếu`,
  update: (year: string, period: string) =>
    `Gửi số liệu năm ${year} (số mới nhất trong địa bàn: ${period})`,
  allUnits: 'Các đơn vị trong địa bàn',
  meanwhile: '; chưa dùng các số này trong khi chờ',
  first: (count: number) => `, trước hết ${formatCount(count)} nội dung làm đổi tỷ lệ`,
  correct: (count: number) => `Đối chiếu, sửa ${formatCount(count)} nội dung số liệu`,
  others: (count: number) => ` và ${formatCount(count)} đơn vị`,
};
